// A house with a handful of doors, in the shape the Remix compiler gives, to try the server without building the site.
import { mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json, type ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { readSettings, type Settings } from '#app/platform/env.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { createServer } from '#app/server.ts'
import { wordsFor } from '#app/words/words.ts'

const words = 'A sentence of the page. '.repeat(100)

const modules: Record<string, { path?: string; module: object }> = {
  page: {
    path: 'page',
    module: {
      default: () => null,
      headers: () => ({ 'x-keep': 'page', 'cache-control': 'public, max-age=0, must-revalidate' }),
      loader: door('public', ({ context }) => json({ who: context.person?.name ?? 'nobody' })),
    },
  },
  hub: {
    path: 'hub',
    module: { default: () => null, headers: () => ({ 'x-keep': 'hub' }), loader: door('public', () => json({})) },
  },
  wire: {
    path: 'wire.xml',
    module: {
      loader: door(
        'public',
        () => new Response(`<rss>${words}</rss>`, { headers: { 'content-type': 'application/xml', 'x-keep': 'wire' } }),
      ),
    },
  },
  form: {
    path: 'form',
    module: {
      loader: door('public', () => json({ form: true })),
      action: door('public', async ({ request }) => {
        const form = await readForm(
          request,
          z.strictObject({ name: z.string('Give a name.').max(20, 'Too long.') }),
          wordsFor('en'),
        )
        return json(form, { status: form.ok ? 200 : 422 })
      }),
    },
  },
  draft: {
    path: 'my/stories/:id/draft',
    module: { action: door('public', async ({ request }) => json({ bytes: (await request.text()).length })) },
  },
  account: { path: 'account', module: { loader: door('account', ({ person }) => json({ name: person.name })) } },
  desk: { path: 'desk', module: { default: () => null, loader: door('desk', () => json({})) } },
  slow: {
    path: 'slow',
    module: {
      loader: door('public', () => new Promise((resolve) => setTimeout(() => resolve(json({ slow: true })), 400))),
    },
  },
  broken: {
    path: 'broken',
    module: {
      loader: door('public', () => {
        throw new Error('a bug with secret words')
      }),
    },
  },
}

function smallBuild(): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(modules).map(([id, { path, module }]) => [id, { id, parentId: 'root', path, module }]),
  )
  const manifest = Object.fromEntries(
    ['root', ...Object.keys(modules)].map((id) => [
      id,
      {
        id,
        module: '',
        hasAction: false,
        hasLoader: false,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
      },
    ]),
  )
  return {
    mode: 'production',
    entry: {
      module: {
        default: (_request, status, headers) => {
          headers.set('content-type', 'text/html; charset=utf-8')
          return new Response(`<!doctype html><p>${words}</p>`, { status, headers })
        },
        handleError: () => {},
      },
    },
    routes: { root: { id: 'root', path: '', module: { default: () => null, ErrorBoundary: () => null } }, ...routes },
    assets: { entry: { imports: [], module: '' }, routes: manifest, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: false,
      v3_relativeSplatPath: true,
      v3_singleFetch: false,
      v3_throwAbortReason: true,
    },
  } as ServerBuild
}

/** Opens the small house on a free port with a data folder of its own. */
export async function openSmallHouse() {
  const read = readSettings({
    DATA_DIR: mkdtempSync(join(tmpdir(), 'copydesk-house-')),
    PORT: await freePort(),
    LOG_LEVEL: 'silent',
  })
  if (!read.ok) throw new Error(read.faults.join(' '))
  const settings: Settings = read.settings
  const house = await createServer(smallBuild(), 'production', settings)
  await house.listen()
  return { house, settings, url: `http://127.0.0.1:${settings.port}`, port: settings.port }
}

/** Sends bytes as they are and gives everything that came back until the server closed or a second passed. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const end = () => {
      socket.destroy()
      resolve(got)
    }
    socket.setTimeout(1000, end)
    socket.on('data', (part) => {
      got += part.toString('latin1')
      if (/\r\n\r\n/.test(got) && /^HTTP\/1\.1 \d+/.test(got)) setTimeout(end, 20)
    })
    socket.on('error', end)
    socket.on('close', end)
  })
}

async function freePort(): Promise<string> {
  const { createServer: listener } = await import('node:net')
  return new Promise((resolve) => {
    const probe = listener().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(String(typeof address === 'object' && address ? address.port : 0)))
    })
  })
}
