// How a photo looks in the story while it is on its way: its picture, how far it is, and what can be done.
import type { PhotoDeskWords } from './photo-desk.ts'
import type { SendNews } from './photo-sending.ts'

export type PhotoHolder = {
  dom: HTMLElement
  news(news: SendNews): void
  /** Shows why it was not taken; resolves to true when the writer wants another try. */
  refused(why: string): Promise<boolean>
  close(): void
}

/** `onRemove`: the writer does not want this photo any more. */
export function photoHolder(
  name: string,
  picture: Blob | null,
  words: PhotoDeskWords['photo'],
  onRemove: () => void,
): PhotoHolder {
  const dom = document.createElement('div')
  dom.className = 'uploading'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', name)
  const shown = picture ? document.createElement('img') : null
  const address = picture ? URL.createObjectURL(picture) : ''
  if (shown) {
    shown.src = address
    shown.alt = ''
    shown.addEventListener('error', () => shown.remove()) // a kind this browser cannot show
  }
  const sentence = document.createElement('p')
  sentence.setAttribute('role', 'status')
  const share = document.createElement('progress')
  share.setAttribute('aria-label', name)
  share.max = 100
  const percent = document.createElement('span')
  percent.className = 'percent'
  const buttons = document.createElement('div')
  buttons.className = 'buttons'
  const remove = button(words.remove, onRemove)
  buttons.append(remove)
  dom.append(...(shown ? [shown] : []), sentence, share, percent, buttons)

  /** Said once, not at every percent: a screen reader would speak without end. */
  function say(text: string): void {
    if (sentence.textContent !== text) sentence.textContent = text
  }

  function progress(value: number | null): void {
    share.hidden = value === null
    percent.textContent = value === null ? '' : words.percent(Math.round(value * 100))
    if (value !== null) share.value = Math.round(value * 100)
  }

  say(words.working(name))
  progress(null)
  return {
    dom,
    news(news) {
      switch (news.kind) {
        case 'sending':
          say(words.uploading(name))
          progress(news.share)
          break
        case 'working':
          say(words.working(name))
          progress(1)
          break
        case 'waiting':
          say(words.waiting[news.because](name))
          progress(null)
          break
      }
    },
    refused(why) {
      return new Promise((decide) => {
        say(words.failed(name, why))
        progress(null)
        dom.classList.add('failed')
        const again = button(words.again, () => {
          dom.classList.remove('failed')
          again.remove()
          decide(true)
        })
        remove.addEventListener('click', () => decide(false), { once: true })
        buttons.prepend(again)
      })
    },
    close() {
      if (address) URL.revokeObjectURL(address)
    },
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button small'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}
