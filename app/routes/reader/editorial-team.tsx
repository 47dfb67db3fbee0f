// GET /editorial-team: who edits the paper, and by which rules.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { teamPage } from '#app/newsroom/press/about-pages.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { HouseText } from '#app/ui/reader/house-text.tsx'
import { Invite } from '#app/ui/reader/invite.tsx'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, paperLinks, readerHeaders } from './reader-page.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ context }) =>
  kept({ site: context.settings.siteUrl, page: await teamPage(context.db) }, [paperKeys.team]),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.page.paper
  const { after, reader } = wordsFor(outlet.language)
  const { team } = reader
  return headOf({
    title: `${team.title} – ${outlet.name}`,
    description: team.lead(outlet.deskName),
    site: data.site,
    path: '/editorial-team',
    outlet,
    corrections: after.corrections.feed,
  })
}

export default function EditorialTeam() {
  const { paper, team, policies } = useLoaderData<typeof loader>().page
  const words = useWords().reader.team
  return (
    <Paper paper={paper} here="/editorial-team">
      <div className="column reading">
        <header className="page-head">
          <h1>{words.title}</h1>
          <p className="standfirst">{words.lead(paper.outlet.deskName)}</p>
        </header>
        {team.length === 0 ? (
          <p className="nothing">{words.none}</p>
        ) : (
          <ul className="team">
            {team.map(({ name, about, role }) => (
              <li key={name + about}>
                <h2>
                  <bdi>{name}</bdi>
                </h2>
                <p className="small">{words.role[role]}</p>
                {about !== '' && <p dir="auto">{about}</p>}
              </li>
            ))}
          </ul>
        )}
        <HouseText title={words.standards} html={policies.editorial} />
        <HouseText title={words.corrections} html={policies.corrections} />
      </div>
      <Invite />
    </Paper>
  )
}
