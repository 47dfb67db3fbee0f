// The text box Story with its toolbar: everything that needs Tiptap, loaded only where somebody writes.
import { Extension } from '@tiptap/core'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { UndoRedo } from '@tiptap/extensions/undo-redo'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyFromText } from '#app/newsroom/story/copy/copy-facts.ts'
import type { CopyPlace } from '#app/newsroom/story/readiness.ts'
import { useWords } from '../page/words-context.ts'
import { adoptCopy } from './adopt-copy.ts'
import { extensionsWithViews } from './block-views.ts'
import { CaretBlock } from './caret-block.ts'
import { CursorOnFocus } from './cursor-on-focus.ts'
import { DatelineStays } from './dateline-stays.ts'
import { describeFigure, goToPhoto, goToQuote, goToWords, mendLink, type Quoted, setDateline } from './editing.ts'
import type { CopyMerger } from './merge-words.ts'
import { Panel } from './panels.tsx'
import { PasteHandling } from './paste-handling.ts'
import type { PhotoDesk, PhotoWords } from './photo-desk.ts'
import type { PhotoTask } from './photo-dialog.tsx'
import { PhotoTools } from './photo-tools.tsx'
import type { PhotoWork } from './photo-work.ts'
import { SlashMenu } from './slash-menu.ts'
import { StoryDirection } from './story-direction.ts'
import { StoryHint } from './story-hint.ts'
import { insertables, type Openers, type PanelName, runTool, Toolbar, type ToolName } from './toolbar.tsx'
import { TypingRules } from './typing-rules.ts'
import { Uploads } from './uploads.ts'
import { useOnDemand } from './use-on-demand.ts'

const importDialog = () => import('./import-dialog.tsx')

/** What the page around the editor may ask of it. */
export type StoryBox = {
  copy(): Copy
  setDateline(parts: { place: string; date: string }): void
  /** Puts other words where these differ; see adopt-copy.ts. */
  adopt(copy: Copy, how: { undoable: boolean }): void
  /** Brings two versions together that came from one; see merge-words.ts. */
  merge: CopyMerger
  focus(): void
  goToPhoto(pictureId: string): void
  /** Selects words of the copy. */
  goTo(place: CopyPlace): void
  /** Selects words that somebody spoke about. */
  goToQuote(words: Quoted): void
  /** Gives the link at a place another address. */
  mendLink(place: CopyPlace, href: string): void
  /** The editor itself; left out where the box is plain text. */
  editor?: Editor
}

export type StoryEditorProps = {
  /** The words to begin with; later values are not looked at: an open editor is never overwritten. */
  initial: Copy
  /** What was typed into the plain text area before the editor was there; null when nothing was. */
  typed: string | null
  language: string
  agency: string
  topics: readonly { slug: string; name: string }[]
  desk: PhotoDesk
  onPhotos: (listener: () => void) => () => void
  onChange: () => void
  onReady: (box: StoryBox) => void
  /** Tools that are not offered here. */
  without?: readonly ToolName[]
}

export default function StoryEditor({
  initial,
  typed,
  language,
  agency,
  topics,
  desk,
  onPhotos,
  onChange,
  onReady,
  without,
}: StoryEditorProps) {
  const words = useWords().contributor
  const bar = useRef<HTMLDivElement>(null)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [photo, setPhoto] = useState<PhotoTask | null>(null)
  const [notice, setNotice] = useState('')
  const notFetched = useCallback(() => setNotice(words.photo.notHere), [words])
  const bringIn = useOnDemand(importDialog, notFetched)
  const openers = useMemo<Openers>(
    () => ({
      panel: (name) => setPanel((now) => (now === name ? null : name)),
      photo: () => setPhoto({ kind: 'add', files: [] }),
      bringIn: bringIn.open,
    }),
    [bringIn.open],
  )
  const live = useRef<Editor | null>(null)
  const photoWork = useRef<PhotoWork | null>(null)
  const changed = useRef(onChange)
  changed.current = onChange

  const extensions = useMemo(() => {
    const names = new Map(topics.map((topic) => [topic.slug, topic.name]))
    return [
      ...extensionsWithViews({
        words: words.blocks,
        photo: (id) => desk.photos.get(id),
        onPhotos,
        editPhoto: (pos) => setPhoto(taskFor(live.current, pos, desk)),
        topicName: (slug) => names.get(slug) ?? words.blocks.topic(slug),
      }),
      UndoRedo,
      Dropcursor.configure({ class: 'drop-here', color: false }),
      Gapcursor,
      CaretBlock,
      CursorOnFocus,
      DatelineStays,
      TypingRules,
      StoryHint.configure({ hint: words.writing.storyHint, lineHint: words.writing.lineHint }),
      SlashMenu.configure({
        label: words.toolbar.insert,
        nothing: words.toolbar.nothing,
        items: insertables(words.toolbar, without),
        run: (name) => live.current && runTool(name, live.current, openers),
      }),
      StoryDirection.configure({ language }),
      PasteHandling.configure({ desk, onLost: (pictures) => setNotice(words.photo.notPasted(pictures)) }),
      Uploads.configure({
        desk,
        onFiles: (files, at) => setPhoto({ kind: 'add', files, at }),
        onMoved: () => photoWork.current?.placesMoved(),
      }),
      Extension.create({
        name: 'toolbarKeys',
        addKeyboardShortcuts: () => ({
          'Alt-F10': () => {
            bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
            return true
          },
          'Mod-k': () => {
            setPanel('link')
            return true
          },
        }),
      }),
    ]
  }, [desk, language, onPhotos, openers, topics, without, words])

  const editor = useEditor({
    extensions,
    content: typed === null ? initial : copyFromText(typed, initial),
    // What is pasted keeps its stars and lines; only a printed dateline is taken for one.
    enablePasteRules: ['dateline'],
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.writing.story,
        id: 'field-copy',
        lang: language,
        class: 'story-words',
        spellcheck: 'true',
      },
    },
    onUpdate: () => changed.current(),
  })
  live.current = editor

  useEffect(() => {
    if (!editor) return
    // Or the dateline, which is one piece, would be what is selected.
    if (editor.state.doc.firstChild?.type.name === 'dateline') editor.commands.setTextSelection(2)
    onReady({
      copy: () => editor.getJSON() as unknown as Copy,
      setDateline: (parts) => setDateline(editor, parts, agency),
      adopt: (copy, how) => adoptCopy(editor, copy, how),
      merge: async (base, mine, theirs) => (await import('./merge-copies.ts')).mergeCopies(base, mine, theirs),
      focus: () => {
        editor.commands.focus()
      },
      goToPhoto: (id) => goToPhoto(editor, id),
      goTo: (place) => goToWords(editor, place),
      goToQuote: (words) => goToQuote(editor, words),
      mendLink: (place, href) => mendLink(editor, place, href),
      editor,
    })
  }, [editor, agency, onReady])

  async function editPhoto(task: PhotoTask, details: PhotoWords) {
    if (!editor || task.kind !== 'edit') return
    setNotice('')
    describeFigure(editor, task.pos, details)
    if (!(await desk.describe(task.pictureId, details))) setNotice(words.photo.detailsNotSaved)
  }

  if (!editor) return null
  return (
    <div className="story-editor">
      <div className="tool-bar">
        <Toolbar editor={editor} bar={bar} open={openers} without={without} />
        {panel ? <Panel name={panel} editor={editor} topics={topics} onClose={() => setPanel(null)} /> : null}
      </div>
      {notice ? (
        <p className="notice stopped" role="alert">
          {notice}
        </p>
      ) : null}
      <EditorContent editor={editor} />
      <PhotoTools
        editor={editor}
        desk={desk}
        work={photoWork}
        task={photo}
        onEdit={(task, details) => void editPhoto(task, details)}
        onClose={() => setPhoto(null)}
      />
      {bringIn.Part ? <bringIn.Part editor={editor} desk={desk} language={language} onClose={bringIn.close} /> : null}
    </div>
  )
}

function taskFor(editor: Editor | null, pos: number, desk: PhotoDesk): PhotoTask | null {
  const node = editor?.state.doc.nodeAt(pos)
  if (node?.type.name !== 'figure') return null
  const pictureId = String(node.attrs.pictureId)
  const photo = desk.photos.get(pictureId)
  return {
    kind: 'edit',
    pos,
    pictureId,
    src: photo?.src ?? '',
    words: {
      caption: node.textContent,
      credit: String(node.attrs.credit),
      alt: String(node.attrs.alt),
      decorative: node.attrs.decorative === true,
      rights: photo?.rights ?? false,
      licence: photo?.licence ?? 'all-rights',
      graphic: node.attrs.graphic === true,
    },
  }
}
