// The script of the desk's pages: keys in the queue, what is new without a reload, who else is here. No framework.

import { commentOnSelection } from './desk-comment.ts'
import { listenToKeys } from './desk-keys.ts'
import { showLetters } from './desk-letter.ts'
import { keepPresence } from './desk-presence.ts'
import { listenToQueue } from './desk-queue-live.ts'

for (const hidden of document.querySelectorAll<HTMLElement>('[data-needs-script]')) hidden.hidden = false

const queue = document.querySelector<HTMLElement>('[data-queue]')
if (queue) {
  listenToKeys(queue)
  listenToQueue(queue)
}
for (const place of document.querySelectorAll<HTMLElement>('[data-presence]')) keepPresence(place)
showLetters()
const comment = document.querySelector<HTMLFormElement>('form[data-on-selection]')
const copy = document.querySelector<HTMLElement>('.proof .copy')
if (comment && copy) commentOnSelection(comment, copy)
