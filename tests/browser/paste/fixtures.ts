// What people paste, and exactly what has to become of it.
import type { CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import { bold, heading, italic, list, p, text } from '../../newsroom/story/copy/sample-copy.ts'
import { docsHeading, docsItem, docsLine, docsLink, docsList, docsPage, docsRun } from './google-docs.ts'
import { webItem, wordGap, wordItem, wordLine, wordPage } from './word.ts'

export type PasteFixture = { name: string; html?: string; text?: string; copy: CopyNode[] }

const br: CopyNode = { type: 'hardBreak' }
const to = (href: string, words: string, ...marks: { type: string }[]) =>
  text(words, { type: 'link', attrs: { href } }, ...marks)
const from = (start: number, node: CopyNode): CopyNode => ({ ...node, attrs: { start } })
const quote = (...content: CopyNode[]): CopyNode => ({ type: 'blockquote', attrs: { source: '', cite: '' }, content })
const item = (...content: CopyNode[]): CopyNode[] => content

const word: PasteFixture[] = [
  {
    name: 'Word: headings of every level become two levels',
    html: wordPage(
      `<p class=MsoTitle>The bridge</p><h1>What happened</h1>${wordLine('It opened.')}<h2><b>Who came</b></h2><h4>Later</h4>${wordGap()}${wordLine('All.')}`,
    ),
    copy: [
      heading('The bridge'),
      heading('What happened'),
      p('It opened.'),
      heading('Who came'),
      heading('Later', 3),
      p('All.'),
    ],
  },
  {
    name: 'Word: bold and italic, by element and by style; bold that only the right-to-left style has off stays bold',
    html: wordPage(
      wordLine(
        `A <b style='mso-bidi-font-weight:normal'>loud</b>, a <i>soft</i>, a <span style='font-weight:bold;font-style:italic'>both</span> word.`,
      ),
    ),
    copy: [p('A ', text('loud', bold), ', a ', text('soft', italic), ', a ', text('both', bold, italic), ' word.')],
  },
  {
    name: 'Word: a numbered list loses its signs',
    html: wordPage(wordLine('Before') + wordItem('1.', 'First') + wordItem('2.', 'Second') + wordLine('After')),
    copy: [p('Before'), list('orderedList', item(p('First')), item(p('Second'))), p('After')],
  },
  {
    name: 'Word: a bullet list of an older version',
    html: wordPage(wordItem('·', 'One', { old: true }) + wordItem('·', 'Two', { old: true })),
    copy: [list('bulletList', item(p('One')), item(p('Two')))],
  },
  {
    name: 'Word: a list three levels deep, bullets within numbers',
    html: wordPage(
      wordItem('1.', 'One') +
        wordItem('o', 'Inner', { level: 2 }) +
        wordItem('§', 'Innermost', { level: 3 }) +
        wordItem('o', 'Inner again', { level: 2 }) +
        wordItem('2.', 'Two'),
    ),
    copy: [
      list(
        'orderedList',
        item(
          p('One'),
          list('bulletList', item(p('Inner'), list('bulletList', item(p('Innermost')))), item(p('Inner again'))),
        ),
        item(p('Two')),
      ),
    ],
  },
  {
    name: 'Word: a list that goes on after a paragraph keeps its number, and a restarted one begins at one',
    html: wordPage(
      wordItem('1.', 'One') +
        wordItem('2.', 'Two') +
        wordLine('Between') +
        wordItem('3.', 'Three') +
        wordItem('1.', 'New one', { list: 1 }) +
        wordItem('1)', 'And again'),
    ),
    copy: [
      list('orderedList', item(p('One')), item(p('Two'))),
      p('Between'),
      from(3, list('orderedList', item(p('Three')))),
      list('orderedList', item(p('New one'))),
      list('orderedList', item(p('And again'))),
    ],
  },
  {
    name: 'Word: letters, Roman and many-part numbers are numbers too',
    html: wordPage(
      wordItem('a)', 'First') +
        wordItem('b)', 'Second') +
        wordItem('1.1.', 'Inner', { level: 2 }) +
        wordItem('1.2.', 'Inner two', { level: 2 }),
    ),
    copy: [
      list(
        'orderedList',
        item(p('First')),
        item(p('Second'), list('orderedList', item(p('Inner')), item(p('Inner two')))),
      ),
    ],
  },
  {
    name: 'Word: tracked changes are taken as made, comments stay behind',
    html: wordPage(
      `${wordLine(
        `The <del cite="mailto:Ann" datetime="2026-05-31T10:00">old</del><ins cite="mailto:Ann" datetime="2026-05-31T10:00">new</ins> bridge <s cite="mailto:a">fell</s><a style='mso-comment-reference:A_1;mso-comment-date:20260531'>stands</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[A1]</a></span></span>.`,
      )}<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%"><div style='mso-element:comment'><div id="_com_1"><p class=MsoCommentText>Who says so?</p></div></div></div>`,
    ),
    copy: [p('The new bridge stands.')],
  },
  {
    name: 'Word: footnotes keep their words, without their jumps and their line',
    html: wordPage(
      `${wordLine(
        `It cost two million<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> leva.`,
      )}<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> The mayor.</p></div></div>`,
    ),
    copy: [p('It cost two million[1] leva.'), p('[1] The mayor.')],
  },
  {
    name: 'Word: a table becomes a line a row, with its links and weights',
    html: wordPage(
      `<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Town</b></p></td><td><p class=MsoNormal>Shells</p></td></tr><tr><td><p>Varna</p></td><td><p><a href="https://example.org/12">12</a></p></td></tr><tr><td><p>&nbsp;</p></td><td></td></tr></table>`,
    ),
    copy: [p(text('Town', bold), ' | Shells'), p('Varna | ', to('https://example.org/12', '12'))],
  },
  {
    name: 'Word: smart tags, hidden words and its own elements',
    html: wordPage(
      wordLine(
        `In <st1:place w:st="on"><st1:City w:st="on">Sofia</st1:City></st1:place><span style='mso-hide:all;display:none'> secret</span> <w:sdt>on Tuesday</w:sdt><o:p>.</o:p>`,
      ),
    ),
    copy: [p('In Sofia on Tuesday.')],
  },
  {
    name: 'Word: quotation styles become a quotation',
    html: wordPage(wordLine('He said:') + wordLine('We stay.', 'MsoQuote') + wordLine('Always.', 'MsoIntenseQuote')),
    copy: [p('He said:'), quote(p('We stay.'), p('Always.'))],
  },
  {
    name: 'Word: hard spaces, soft hyphens and tabs become plain words',
    html: wordPage(
      wordLine(`Twelve&nbsp;kilo&shy;metres<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>of\n road\u200B`),
    ),
    copy: [p('Twelve kilometres of road')],
  },
  {
    name: 'Word in the browser: lists in pieces become lists',
    html: `<div class="OutlineElement">${webItem('ol', 'One')}${webItem('ol', 'Two', { start: 2 })}${webItem('ul', 'Inner', { level: 2 })}</div><div class="OutlineElement"><p class="Paragraph"><span class="TextRun" style="font-weight:bold"><span class="NormalTextRun">After</span></span><span class="EOP">&nbsp;</span></p></div>`,
    copy: [
      list('orderedList', item(p('One')), item(p('Two'), list('bulletList', item(p('Inner'))))),
      p(text('After', bold)),
    ],
  },
  {
    name: 'Word: Cyrillic with its own list letters',
    html: wordPage(wordLine('Кметът откри моста.') + wordItem('а)', 'Първо') + wordItem('б)', 'Второ')),
    copy: [p('Кметът откри моста.'), list('orderedList', item(p('Първо')), item(p('Второ')))],
  },
]

const docs: PasteFixture[] = [
  {
    name: 'Google Docs: the wrapper is not bold, its bold and italic runs are',
    html: docsPage(
      docsLine(
        docsRun('Plain '),
        docsRun('loud', { bold: true }),
        docsRun(' soft', { italic: true }),
        docsRun(' both', { bold: true, italic: true }),
      ),
    ),
    copy: [p('Plain ', text('loud', bold), text(' soft', italic), text(' both', bold, italic))],
  },
  {
    name: 'Google Docs: headings, and blank lines between paragraphs',
    html: docsPage(
      `${docsHeading(1, 'First')}<br>${docsLine(docsRun('a'))}<br>${docsHeading(3, 'Third')}${docsLine(docsRun('b'))}`,
    ),
    copy: [heading('First'), p('a'), heading('Third', 3), p('b')],
  },
  {
    name: 'Google Docs: an inner list beside its item goes into it',
    html: docsPage(
      docsList(
        'ul',
        docsItem('One'),
        docsList('ul', docsItem('Inner', 2), docsList('ol', docsItem('Innermost', 3))),
        docsItem('Two'),
      ),
    ),
    copy: [
      list(
        'bulletList',
        item(p('One'), list('bulletList', item(p('Inner'), list('orderedList', item(p('Innermost')))))),
        item(p('Two')),
      ),
    ],
  },
  {
    name: 'Google Docs: links lead where they say',
    html: docsPage(
      docsLine(docsRun('See '), docsLink('the report', 'https://example.org/r?id=7&utm_source=mail'), docsRun('.')),
    ),
    copy: [p('See ', to('https://example.org/r?id=7', 'the report'), '.')],
  },
  {
    name: 'Google Docs: a line break inside a paragraph stays, a picture of theirs does not',
    html: docsPage(
      docsLine(
        docsRun('One<br>two'),
        '<span style="border:none;display:inline-block"><img src="https://lh7-rt.googleusercontent.com/docsz/x" width="602" height="401"></span>',
      ),
    ),
    copy: [p('One', br, 'two')],
  },
  {
    name: 'Google Docs: a numbered list that begins at four',
    html: docsPage(
      docsList('ol', docsItem('Four'), docsItem('Five')).replace('<ol ', '<ol start="4" ') + docsLine(docsRun('End')),
    ),
    copy: [from(4, list('orderedList', item(p('Four')), item(p('Five')))), p('End')],
  },
]

const others: PasteFixture[] = [
  {
    name: 'LibreOffice: font tags, lists beside items, a page break',
    html: `<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">p { line-height: 115% }</style><h2 class="western">Title</h2><p style="margin-bottom: 0cm"><font face="Liberation Serif"><font size="3">A <b>loud</b> and <i><u>soft</u></i> word</font></font></p><ol><li><p>one</p></li><ol><li><p>inner</p></li></ol><li><p>two</p></li></ol>`,
    copy: [
      heading('Title'),
      p('A ', text('loud', bold), ' and ', text('soft', italic), ' word'),
      list('orderedList', item(p('one'), list('orderedList', item(p('inner')))), item(p('two'))),
    ],
  },
  {
    name: 'LibreOffice: recorded deletions are left out',
    html: '<p>It <del cite="#" title="A"><font>never </font></del><ins>once</ins> rained</p>',
    copy: [p('It once rained')],
  },
  {
    name: 'Apple Notes: blocks, dashed lists and empty lines',
    html: '<meta charset="UTF-8"><div><h1>Harbour</h1></div><div><b>Ships</b><span class="Apple-converted-space">&nbsp;</span>came.</div><div><br></div><ul class="Apple-dash-list"><li>one</li><li>two</li></ul><br class="Apple-interchange-newline">',
    copy: [heading('Harbour'), p(text('Ships', bold), ' came.'), list('bulletList', item(p('one')), item(p('two')))],
  },
  {
    name: 'a mail program: lines in blocks, paragraphs by two breaks',
    html: '<div dir="ltr">First line<br>second line<br><br>Next <span style="font-weight:600">loud<br><br>Last</span></div><div><br></div>',
    copy: [p('First line', br, 'second line'), p('Next ', text('loud', bold)), p(text('Last', bold))],
  },
  {
    name: 'a mail program: a quoted letter of paragraphs is a quotation, one with more in it is taken as it is',
    html: '<p>He wrote:</p><blockquote type="cite"><p>Come.</p><p>Soon.</p></blockquote><blockquote><h3>News</h3><ul><li>a</li></ul></blockquote>',
    copy: [p('He wrote:'), quote(p('Come.'), p('Soon.')), heading('News', 3), list('bulletList', item(p('a')))],
  },
  {
    name: 'a web page: scripts, frames, buttons, styles and pictures of others go, and nothing runs',
    html: '<article><style>p{}</style><p onclick="window.ran=1">a<img src="x" onerror="window.ran=1"><script>window.ran=1</script></p><button>Share</button><iframe src="https://example.org"></iframe><svg><text>b</text></svg><p>c</p></article>',
    copy: [p('a'), p('c')],
  },
  {
    name: 'a web page: hostile addresses and own names of ours come as words',
    html: '<p><a href="javascript:alert(1)">a</a> <a href="/admin">b</a> <a href="#top">c</a> <a href="https://user:pw@example.org">d</a></p><figure data-picture-id="stolen"><figcaption>e</figcaption></figure><div data-embed data-provider="youtube" data-provider-id="abcdefghijk">f</div><p data-dateline data-place="X">g</p><p>h <span data-ed-note>i</span></p>',
    copy: [p('a b c d'), p('e'), p('f'), p('g'), p('h i')],
  },
  {
    name: 'a web page: quotation marks that its style draws are written out',
    html: '<p>He said <q>we stay</q>.</p>',
    copy: [p('He said “we stay”.')],
  },
  {
    name: 'a web page: redirects of other services are looked through',
    html: '<p><a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Ffbclid%3Dx&amp;h=1">a</a> <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fb&amp;data=1">b</a> <a href="mailto:me@example.org">c</a></p>',
    copy: [
      p(to('https://example.org/a', 'a'), ' ', to('https://example.org/b', 'b'), ' ', to('mailto:me@example.org', 'c')),
    ],
  },
  {
    name: 'a web page: a table that only arranges it is taken apart, one in it is read',
    html: '<table><tr><td><h2>Title</h2><p>Words</p><table><tr><th>Town</th><th>Shells</th></tr><tr><td>Varna</td><td>12</td></tr></table></td></tr></table>',
    copy: [heading('Title'), p('Words'), p('Town | Shells'), p('Varna | 12')],
  },
  {
    name: 'a web page: text with line ends of its own',
    html: '<pre>one\ntwo\n</pre><div role="heading" aria-level="3">Part</div><hr><section><div>three</div></section>',
    copy: [p('one', br, 'two'), heading('Part', 3), { type: 'horizontalRule' }, p('three')],
  },
  {
    name: 'a web page: lists deeper than a story has them, and headings in items',
    html: '<ul><li>1<ul><li>2<ul><li>3<ul><li>4<ul><li>5<ul><li>6</li></ul></li></ul></li></ul></li></ul></li></ul></li><li><h3>h</h3></li></ul>',
    copy: [
      list(
        'bulletList',
        item(
          p('1'),
          list(
            'bulletList',
            item(
              p('2'),
              list('bulletList', item(p('3'), list('bulletList', item(p('4')), item(p('5')), item(p('6'))))),
            ),
          ),
        ),
        item(p('h')),
      ),
    ],
  },
  {
    name: 'Arabic and Hebrew come with their letters and joiners, without overrides',
    html: '<p dir="rtl" style="text-align:right">افتُتح الجسر \u202Eمجددًا\u202C يوم الثلاثاء، می\u200Cخواهم</p><p dir=rtl>הגשר נפתח</p>',
    copy: [p('افتُتح الجسر مجددًا يوم الثلاثاء، می\u200Cخواهم'), p('הגשר נפתח')],
  },
  {
    name: 'a dateline in its printed form becomes one',
    html: wordPage(wordLine('<b>PANAGYURISHTE, (BM) –</b> It began.')),
    copy: [{ type: 'dateline', attrs: { place: 'PANAGYURISHTE', agency: 'BM', date: '' } }, p('It began.')],
  },
  {
    name: 'styles without an end and tags in attributes break nothing',
    html: '<p title="a > b">one</p><p>two<style>p { ',
    copy: [p('one'), p('two')],
  },
]

const plain: PasteFixture[] = [
  {
    name: 'plain text: a blank line begins a paragraph, a line end stays one',
    text: 'One\r\nstill one\r\n\r\n\r\nTwo\u00A0words\r\n',
    copy: [p('One', br, 'still one'), p('Two words')],
  },
  {
    name: 'plain text: without blank lines each line is a paragraph',
    text: 'One\nTwo\nThree',
    copy: [p('One'), p('Two'), p('Three')],
  },
  {
    name: 'plain text: lines that a mail program broke are joined',
    text: 'The bridge over the river was opened on Tuesday after two years of\nrepairs, and the first cars crossed it before noon, as the mayor had\nsaid.\n\nNext.',
    copy: [
      p(
        'The bridge over the river was opened on Tuesday after two years of repairs, and the first cars crossed it before noon, as the mayor had said.',
      ),
      p('Next.'),
    ],
  },
  {
    name: 'plain text: what looks like Markdown stays as it is',
    text: '## Not a heading\n\n- not an item\n\n**not bold** and *not italic* and [no link](x)',
    copy: [p('## Not a heading'), p('- not an item'), p('**not bold** and *not italic* and [no link](x)')],
  },
  {
    name: 'plain text: addresses become links, and nothing around them does',
    text: 'See https://example.org/a_(b), www.example.org/c. or me@example.org; not ed.note or 3.14',
    copy: [
      p(
        'See ',
        to('https://example.org/a_(b)', 'https://example.org/a_(b)'),
        ', ',
        to('https://www.example.org/c', 'www.example.org/c'),
        '. or ',
        to('mailto:me@example.org', 'me@example.org'),
        '; not ed.note or 3.14',
      ),
    ],
  },
  {
    name: 'plain text: the address of a known service alone becomes what it shows',
    text: 'https://www.youtube.com/watch?v=abcdefghijk',
    copy: [{ type: 'embed', attrs: { provider: 'youtube', providerId: 'abcdefghijk' } }, p()],
  },
]

export const pasteFixtures: PasteFixture[] = [...word, ...docs, ...others, ...plain]
