// A mailer that keeps what it is given, and the house's books of letters, for tests of letters.
import type { Mailer, OutgoingLetter } from '#app/newsroom/letters/send-letters.server.ts'
import { letterWordsFor } from '#app/words/letters.ts'

export const site = { url: 'http://localhost:3000', outletName: 'The Test Courier', wordsIn: letterWordsFor }

/** Takes every letter, or throws when `fails` says so. */
export function postOffice(fails: () => boolean = () => false) {
  const got: OutgoingLetter[] = []
  const mailer: Mailer = {
    async send(letter) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      if (fails()) throw new Error('421 try later')
      got.push(letter)
    },
  }
  return { got, mailer }
}
