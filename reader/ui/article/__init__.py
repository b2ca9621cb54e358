"""The reading view: layout, ruby, scrolling, selection and hit testing of an article."""
