// What every loader and action is handed besides the request: server.ts makes one a request.
import type { Logger } from 'pino'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { CredentialReader } from '#app/newsroom/pictures/content-credentials.ts'
import type { OriginalStore, PictureSizer, PictureStore, UploadFiles } from '#app/newsroom/pictures/picture-store.ts'
import type { LiveNews } from '#app/newsroom/press/live-news.server.ts'
import type { DrawingBoard } from '#app/newsroom/wire/drawings.ts'
import type { Settings } from '#app/platform/env.server.ts'
import type { EventStreams } from '#app/platform/event-streams.server.ts'
import type { RateLimits } from '#app/platform/rate-limits.server.ts'
import type { SessionDoor } from '#app/platform/session.server.ts'
import type { SharedNews } from '#app/platform/shared-news.server.ts'
import type { Database } from '#db/client.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    db: Database
    /** The instant of this request; nothing below reads the clock itself. */
    now: Date
    /** Who is signed in (confirmed or not, never suspended), else null. */
    person: Person | null
    /** True when this person has to give a second factor before desk and admin open. */
    needsSecondFactor: boolean
    /** Where the request came from (platform's addressOf): the key of rate limits, never stored. */
    address: string
    nonce: string
    requestId: string
    log: Logger
    settings: Settings
    sessions: SessionDoor
    limits: RateLimits
    /** Streams of what is new, to open pages. */
    streams: EventStreams
    /** What open pages of hubs have to know, and the streams that tell it. */
    hubNews: SharedNews<LiveNews>
    hubStreams: EventStreams
    pictures: PictureStore
    sizer: PictureSizer
    /** Content credentials of photos. */
    credentials: CredentialReader
    /** Files as they came, sealed. */
    originals: OriginalStore
    /** Photos on their way. */
    uploads: UploadFiles
    /** Cards, crops and icons, drawn when asked for. */
    drawings: DrawingBoard
    /** The press's part of a move, handed in so that no import runs backwards. */
    press: PressWork
  }
}
