// Builds files of Word out of their parts, as Word lays them out.
import { zipOf } from './zip.ts'

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export type DocxParts = {
  body: string
  links?: Record<string, string>
  pictures?: Record<string, Buffer>
  footnotes?: string
  comments?: string
}

/** The bytes of a .docx with this body. `links` and `pictures` are found by their relation's id. */
export function docx({ body, links = {}, pictures = {}, footnotes, comments }: DocxParts): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const related = (type: string, id: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode}/>`
  const relations = [
    related('styles', 'rStyles', 'styles.xml'),
    related('numbering', 'rNumbering', 'numbering.xml'),
    ...(footnotes ? [related('footnotes', 'rFootnotes', 'footnotes.xml')] : []),
    ...(comments ? [related('comments', 'rComments', 'comments.xml')] : []),
    ...Object.entries(links).map(([id, to]) => related('hyperlink', id, to, ' TargetMode="External"')),
    ...Object.keys(pictures).map((id) => related('image', id, `media/${id}.png`)),
  ]
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related('officeDocument', 'r1', 'word/document.xml')}</Relationships>`,
    'word/document.xml': `${head}<w:document ${names}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `${head}<w:styles ${names}>${['Title', 'Heading 1', 'Heading 2', 'Heading 4', 'Quote'].map(style).join('')}</w:styles>`,
    'word/numbering.xml': `${head}<w:numbering ${names}>${abstract(0, 'decimal')}${abstract(1, 'bullet')}${[0, 1].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  }
  if (footnotes) files['word/footnotes.xml'] = `${head}<w:footnotes ${names}>${footnotes}</w:footnotes>`
  if (comments) files['word/comments.xml'] = `${head}<w:comments ${names}>${comments}</w:comments>`
  for (const [id, bytes] of Object.entries(pictures)) files[`word/media/${id}.png`] = bytes
  return zipOf(files)
}

function style(name: string): string {
  return `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name.toLowerCase().replace('title', 'Title').replace('quote', 'Quote')}"/></w:style>`
}

function abstract(id: number, format: string): string {
  const levels = [0, 1, 2].map(
    (level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
}

/** A paragraph of runs; `style` is Word's id of it. */
export function line(runs: string, style = ''): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`
}

/** Words with their properties, as `<w:b/>`. */
export function run(words: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** An item: list 1 is numbered, list 2 has bullets. */
export function entry(words: string, list: 1 | 2, level = 0): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`
}

export function table(...rows: string[][]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${line(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
}

export function picture(id: string, alt: string): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="${id}" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
