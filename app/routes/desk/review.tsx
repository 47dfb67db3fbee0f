// /desk/stories/:id: one story to decide on, the words on the left, everything that helps on the right.
import { useLoaderData } from '@remix-run/react'
import { deskStory, keepClaim } from '#app/newsroom/desk/desk-story.server.ts'
import { besideWords } from '#app/newsroom/desk/edit-page.server.ts'
import { likenessOf } from '#app/newsroom/desk/likeness.server.ts'
import { verificationPage } from '#app/newsroom/desk/verification.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { lookupsFor } from '#app/newsroom/press/print-edition.server.ts'
import { renderCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { door, notFound } from '#app/routes/door.ts'
import { BesideMoves } from '#app/ui/desk/beside-moves.tsx'
import { CopydeskPanel } from '#app/ui/desk/copydesk-panel.tsx'
import { DeskScript, PresenceLine } from '#app/ui/desk/desk-script.tsx'
import { movedHere } from '#app/ui/desk/moved.ts'
import { MovedNotice } from '#app/ui/desk/moved-notice.tsx'
import { MovesBar } from '#app/ui/desk/moves-bar.tsx'
import { Proof } from '#app/ui/desk/proof.tsx'
import { ReviewFacts } from '#app/ui/desk/review-facts.tsx'
import { verificationLinks } from '#app/ui/desk/verification-links.ts'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import copydeskCss from '#app/ui/styles/copydesk.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [...verificationLinks(), { rel: 'stylesheet', href: copydeskCss }]

export const loader = door('desk', async ({ request, context, person, field }) => {
  const { db, now } = context
  await keepClaim(db, field('id'), person, now)
  const page = await deskStory(db, field('id'), person)
  if (!page) throw notFound()
  const { agency } = await outletOf(db)
  const { copy, language: written } = page.content
  const html = renderCopy(copy, await lookupsFor(db, copy), { agency, language: written })
  const { name, role, confirmed, language } = person
  const { desk } = wordsFor(language)
  return {
    person: { name, role, confirmed },
    title: desk.review.title(page.story.number, page.content.headline || desk.queue.untitled),
    page,
    html,
    now: now.toISOString(),
    me: person.publicId,
    moved: movedHere(request.url),
    verification: await verificationPage(db, field('id'), person),
    likeness: await likenessOf(db, field('id'), person),
    declared: new URL(request.url).searchParams.get('declared') === 'interest',
    beside: await besideWords(db, field('id'), person),
    verified: new URL(request.url).searchParams.get('verified'),
    noted: new URL(request.url).searchParams.get('done') === 'note',
    commented: new URL(request.url).searchParams.get('done') === 'comment',
    pointFault: new URL(request.url).searchParams.get('point') ?? '',
  }
})

export const meta = titledPage

export default function Review() {
  const {
    person,
    page,
    html,
    now,
    me,
    moved,
    noted,
    verification,
    likeness,
    declared,
    verified,
    beside,
    commented,
    pointFault,
  } = useLoaderData<typeof loader>()
  const { copydesk, desk, tracking, verification: checked } = useWords()
  const pointFaults: Record<string, string> = copydesk.points.faults
  return (
    <Workspace
      person={person}
      here="desk"
      title={page.content.headline || desk.queue.untitled}
      primary={
        <a className="small back" href="/desk">
          {desk.review.back}
        </a>
      }
    >
      {moved && <MovedNotice moved={moved} />}
      {noted && (
        <p className="notice done" role="status">
          {desk.review.messages.sent}
        </p>
      )}
      {declared && (
        <p className="notice done" role="status">
          {desk.review.standing.declared}
        </p>
      )}
      {(verified === 'check' || verified === 'override' || verified === 'revoke') && (
        <p className="notice done" role="status">
          {checked.done[verified]}
        </p>
      )}
      {page.openTickets > 0 && (
        <div className="notice waiting">
          <p>
            {tracking.corrections.onStory(page.openTickets)}{' '}
            <a href="/desk/corrections">{tracking.corrections.answerIt}</a>
          </p>
        </div>
      )}
      {commented && (
        <p className="notice done" role="status">
          {copydesk.comments.said}
        </p>
      )}
      {Object.hasOwn(pointFaults, pointFault) && (
        <Problems faults={[{ field: '', message: pointFaults[pointFault] ?? '' }]} />
      )}
      <PresenceLine
        publicId={page.story.publicId}
        doing="reading"
        held={page.claim?.me ?? false}
        state={page.story.state}
        version={page.story.version}
      />
      <MovesBar page={page} now={now} me={me} />
      <BesideMoves page={page} />
      <div className="review">
        <Proof page={page} html={html} />
        <ReviewFacts page={page} verification={verification} likeness={likeness} admin={person.role === 'admin'}>
          {beside && <CopydeskPanel publicId={page.story.publicId} beside={beside} />}
        </ReviewFacts>
      </div>
      <DeskScript />
    </Workspace>
  )
}
