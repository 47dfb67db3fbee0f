// Brings photos into an open story: makes the picture, keeps it on the device, sends it, and sets the figure once.

import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { PictureEvidence } from '#app/newsroom/pictures/what-the-file-tells.ts'
import { photoRefusal } from '../forms/photo-refusal.ts'
import type { PhotoDesk, PhotoWords } from './photo-desk.ts'
import { lookAtPhoto, makePicture } from './photo-file.ts'
import { photoHolder } from './photo-holder.ts'
import { dropPhoto, sendPhoto } from './photo-sending.ts'
import { openPhotosWaiting, type PhotoPlace, type PhotosWaiting, type WaitingPhoto } from './photos-waiting.ts'
import { hold, holdersIn, letGo, setFigure } from './uploads.ts'

/** A photo the writer chose, as they left it in the dialog: `turns` to the right by quarters. */
export type ChosenPhoto = { file: File; turns: number; keepFacts: boolean; words: PhotoWords }

export type PhotoWork = {
  add(photo: ChosenPhoto, at: number): Promise<void>
  /** Takes up again what waits on this device. */
  takeUp(): Promise<void>
  /** Remembers, a little later, where the photos stand. */
  placesMoved(): void
}

const works = new WeakMap<EditorView, PhotoWork>()
/** The words around a figure are saved by then; a photo that is remembered longer is set no second time. */
const forgottenAfterMs = 15_000

/** The one worker of an open story. */
export function photoWork(view: EditorView, desk: PhotoDesk): PhotoWork {
  const known = works.get(view)
  if (known) return known
  const { rules, story } = desk
  const waiting = openPhotosWaiting(rules.writer, story, !rules.safetyMode)
  const work = openWork(view, desk, waiting)
  works.set(view, work)
  return work
}

function openWork(view: EditorView, desk: PhotoDesk, waiting: PhotosWaiting): PhotoWork {
  let placing: ReturnType<typeof setTimeout> | undefined

  async function keepPlaces(): Promise<void> {
    if (view.isDestroyed) return
    const places = holdersIn(view.state).map(({ id, pos }) => [id, placeOf(view.state.doc, pos)] as const)
    await waiting.place(new Map(places)).catch(() => {})
  }

  async function bring(photo: WaitingPhoto, at: number): Promise<void> {
    const stopped = new AbortController()
    const holder = photoHolder(photo.name, photo.picture, desk.words.photo, () => stopped.abort())
    hold(view, { id: photo.key, pos: at, dom: holder.dom })
    try {
      for (;;) {
        const end = await sendPhoto(photo, { signal: stopped.signal, onNews: holder.news })
        if (view.isDestroyed) return
        if (end.ok) {
          await setOnce(photo, end.picture)
          return
        }
        const why = 'message' in end ? (end.message ?? photoRefusal(desk.words, 'not-found', desk.rules.quota)) : null
        if (why !== null && (await holder.refused(why)) && !stopped.signal.aborted) continue
        letGo(view, photo.key)
        await waiting.forget(photo.key).catch(() => {})
        await dropPhoto(photo)
        return
      }
    } finally {
      holder.close()
    }
  }

  /** The photo is remembered as arrived before its figure stands: killed in between, the next opening sets it. */
  async function setOnce(photo: WaitingPhoto, picture: NonNullable<WaitingPhoto['arrived']>): Promise<void> {
    await waiting.keep({ ...photo, picture: new Blob(), original: null, arrived: picture }).catch(() => {})
    if (view.isDestroyed) return
    desk.arrived(picture)
    if (hasFigure(view.state.doc, picture.id)) letGo(view, photo.key)
    else setFigure(view, photo.key, picture.id, photo.words)
    setTimeout(() => void waiting.forget(photo.key).catch(() => {}), forgottenAfterMs)
  }

  async function takeUpOne(photo: WaitingPhoto): Promise<void> {
    const at = positionOf(view.state.doc, photo.place)
    if (!photo.arrived) return bring(photo, at)
    if (!desk.photos.has(photo.arrived.id)) desk.arrived(photo.arrived)
    if (hasFigure(view.state.doc, photo.arrived.id)) {
      await waiting.forget(photo.key)
      return
    }
    hold(view, { id: photo.key, pos: at, dom: document.createElement('div') })
    await setOnce(photo, photo.arrived)
  }

  return {
    async add(chosen, at) {
      const key = crypto.randomUUID()
      const { file, words } = chosen
      const soon = photoHolder(file.name, null, desk.words.photo, () => letGo(view, key))
      hold(view, { id: key, pos: at, dom: soon.dom })
      const made = await prepared(chosen, desk)
      const holder = holdersIn(view.state).find(({ id }) => id === key)
      if (view.isDestroyed || !holder) return // removed while it was prepared
      const { rules, story } = desk
      const place = placeOf(view.state.doc, holder.pos)
      const own = {
        key,
        writer: rules.writer,
        story,
        name: file.name,
        words,
        place,
        addedAt: Date.now(),
        arrived: null,
      }
      const photo: WaitingPhoto = { ...own, ...made }
      await waiting.keep(photo).catch(() => {})
      letGo(view, key)
      await inThisWindow(key, () => bring(photo, holder.pos))
    },
    async takeUp() {
      const photos = await waiting.all().catch(() => [])
      const inHand = new Set(holdersIn(view.state).map(({ id }) => id))
      await Promise.all(
        photos.filter(({ key }) => !inHand.has(key)).map((photo) => inThisWindow(photo.key, () => takeUpOne(photo))),
      )
    },
    placesMoved() {
      clearTimeout(placing)
      placing = setTimeout(() => void keepPlaces(), 400)
    },
  }
}

/** The picture to send, with what may be told beside it. */
async function prepared({ file, turns, keepFacts }: ChosenPhoto, { rules }: PhotoDesk) {
  const mayTell = rules.keepEvidence === 'original' || (rules.keepEvidence === 'facts' && keepFacts)
  const picture = await makePicture(file, turns, mayTell)
  const isItself = picture === file
  const told: PictureEvidence | null = mayTell && !isItself ? (await lookAtPhoto(file)).told : null
  const wantsOriginal = rules.keepEvidence === 'original' && !isItself && file.size <= rules.quota.originalBytes
  return { picture, told, keepFacts: mayTell, original: wantsOriginal ? (file as Blob) : null }
}

/** Runs in one window only: a photo that another window has in hand is left to it. */
async function inThisWindow(key: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  await navigator.locks.request(`copydesk-photo-${key}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
}

function hasFigure(doc: Node, pictureId: string): boolean {
  let isThere = false
  doc.descendants((node) => {
    if (node.type.name === 'figure' && node.attrs.pictureId === pictureId) isThere = true
    return !isThere
  })
  return isThere
}

const beginsLength = 60

/** A position between two blocks, said so that it is found again in a story that was loaded anew. */
function placeOf(doc: Node, pos: number): PhotoPlace {
  const block = doc.resolve(Math.min(pos, doc.content.size)).index(0) - 1
  return { block, begins: block < 0 ? '' : doc.child(block).textContent.slice(0, beginsLength) }
}

/** Where a remembered place is now: after the nearest block that begins as it did, else by its number. */
function positionOf(doc: Node, place: PhotoPlace): number {
  const found: { distance: number; after: number }[] = []
  let byNumber = place.block < 0 ? 0 : doc.content.size
  doc.forEach((node, offset, index) => {
    const after = offset + node.nodeSize
    if (index === place.block) byNumber = after
    const isIt = place.begins !== '' && node.textContent.startsWith(place.begins)
    if (isIt) found.push({ distance: Math.abs(index - place.block), after })
  })
  return found.sort((a, b) => a.distance - b.distance)[0]?.after ?? byNumber
}
