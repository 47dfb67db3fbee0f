// The one Tiptap list: the editor, the check, the comparison and the tests all speak this language.
import { type Extensions, getSchema } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import type { Schema } from '@tiptap/pm/model'
import { Correction } from './correction.ts'
import { Dateline } from './dateline.ts'
import { EditorNote } from './editors-note.ts'
import { Embed } from './embed.ts'
import { FactBox } from './fact-box.ts'
import { Figure } from './figure.ts'
import { BulletList, Item, NumberedList } from './lists.ts'
import { PullQuote } from './pull-quote.ts'
import { Quote } from './quote.ts'
import { Related } from './related.ts'
import { SafeLink } from './safe-link.ts'
import { Subheading } from './subheading.ts'
import { TopicLink } from './topic-link.ts'

const StoryDocument = Document.extend({ content: 'dateline? block+' })

/** Every node and mark of a story. An editor adds its own furniture (placeholder, undo, paste, uploads) beside these. */
export const storyExtensions: Extensions = [
  StoryDocument,
  Paragraph,
  Text,
  HardBreak,
  Bold,
  Italic,
  SafeLink,
  TopicLink,
  EditorNote,
  Subheading,
  BulletList,
  NumberedList,
  Item,
  Quote,
  HorizontalRule,
  Dateline,
  Figure,
  PullQuote,
  FactBox,
  Related,
  Embed,
  Correction,
]

/** The ProseMirror schema of a story; made without a DOM, so it is the same on the server. */
export const copySchema: Schema = getSchema(storyExtensions)
