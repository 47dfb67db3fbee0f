// HTML in the shape in which Word puts it on the clipboard: styles, conditional comments, lists that are paragraphs.

/** What Word writes around a selection. */
export function wordPage(body: string): string {
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:st1="urn:schemas-microsoft-com:office:smarttags">
<head><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0:level1 {mso-level-text:"%1.";} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
${body}
<!--EndFragment--></body></html>`
}

/** A plain paragraph with Word's empty end. */
export function wordLine(words: string, className = 'MsoNormal'): string {
  return `<p class=${className} style='margin-bottom:8.0pt;line-height:107%'><span lang=EN-GB style='mso-ansi-language:EN-GB'>${words}<o:p></o:p></span></p>`
}

export function wordGap(): string {
  return '<p class=MsoNormal><o:p>&nbsp;</o:p></p>'
}

/** An item of a list, with its sign behind conditional comments. `list` is Word's own number of the list. */
export function wordItem(sign: string, words: string, { level = 1, list = 0, old = false } = {}): string {
  const [open, close] = old ? ['<!--[if !supportLists]-->', '<!--[endif]-->'] : ['<![if !supportLists]>', '<![endif]>']
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l${list} level${level} lfo${list + 1}'>${open}<span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span>${close}<span lang=EN-GB>${words}<o:p></o:p></span></p>`
}

/** An item as Word in the browser writes it: each in a list and a wrapper of its own. */
export function webItem(tag: 'ul' | 'ol', words: string, { level = 1, start = 1 } = {}): string {
  return `<div class="ListContainerWrapper SCXW1"><${tag} class="BulletListStyle${level}" role="list" style="cursor:text"${tag === 'ol' ? ` start="${start}"` : ''}><li data-leveltext="" data-aria-posinset="1" data-aria-level="${level}" role="listitem" class="OutlineElement"><p class="Paragraph SCXW1"><span data-contrast="auto" class="TextRun"><span class="NormalTextRun">${words}</span></span><span class="EOP" data-ccp-props="{}">&nbsp;</span></p></li></${tag}></div>`
}
