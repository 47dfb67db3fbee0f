// GET /manifest.webmanifest
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { appManifest } from '#app/newsroom/wire/app-manifest.ts'
import { door } from '#app/routes/door.ts'
import { keptAnswer } from './kept-answer.ts'

export const loader = door('public', async ({ context }) =>
  keptAnswer(appManifest(await outletOf(context.db)), 'application/manifest+json; charset=utf-8', []),
)
