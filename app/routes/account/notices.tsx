// /my/notices: what the house had to tell somebody, newest first, whatever became of the mail.
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { noticesOf, openNotice, seeNotices, unseenNotices } from '#app/newsroom/letters/notices.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { NoticeList } from '#app/ui/account/notice-list.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { EmptyList, Pager } from '#app/ui/page/list-parts.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { letterWordsFor } from '#app/words/letters.ts'
import { wordsFor } from '#app/words/words.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'

export const links = workspaceLinks

export const meta = titledPage

const wholeNumber = z.string().regex(/^\d{1,15}$/)

/** `before` is the number of the last notice of the page before. */
const query = z.strictObject({ before: wholeNumber.or(z.literal('')).catch('').default('') })

export const loader = door('account', async ({ request, context, person }) => {
  const { language, account } = wordsFor(person.language)
  const before = Number(readQuery(request.url, query).before) || undefined
  const asked = { before, words: letterWordsFor(language) }
  const { notices, next } = await noticesOf(context.db, asked, person, context.now)
  const unseen = await unseenNotices(context.db, person, context.now)
  return { person, title: account.notices.title, notices, next, unseen, isFirst: !before, done: doneIn(request.url) }
})

/** Either the notice that is opened, or the newest one that was shown when all were marked. */
const seeing = z.strictObject({ open: wholeNumber.optional(), seen: wholeNumber.optional() })

export const action = door('account', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, seeing, words)
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const { open, seen } = read.value
  if (open !== undefined) {
    const opened = await openNotice(context.db, Number(open), person, context.now)
    if (!opened) throw notFound()
    return redirect(opened.path || '/my/notices', 303)
  }
  await seeNotices(context.db, Number(seen ?? 0), person, context.now)
  return redirect('/my/notices?done=all-seen', 303)
})

export default function NoticesPage() {
  const { person, notices, next, unseen, isFirst, done } = useLoaderData<typeof loader>()
  const words = useWords().account.notices
  const newest = notices[0]
  const markAll =
    unseen > 0 && isFirst && newest ? (
      <form method="post" action="/my/notices">
        <button type="submit" name="seen" value={newest.id} className="button">
          {words.markAll}
        </button>
      </form>
    ) : null
  return (
    <Workspace person={person} here="notices" title={words.title} primary={markAll}>
      <div className="account-parts">
        <DoneNotice done={done} />
        {notices.length > 0 ? (
          <NoticeList notices={notices} />
        ) : (
          <EmptyList title={words.empty} hint={words.emptyHint} />
        )}
        <Pager
          label={words.title}
          first={isFirst ? null : { href: '/my/notices', words: words.newest }}
          next={next ? { href: `/my/notices?before=${next}`, words: words.older } : null}
        />
        <p className="small">
          <a href="/account/letters">{words.choose}</a>
        </p>
      </div>
    </Workspace>
  )
}
