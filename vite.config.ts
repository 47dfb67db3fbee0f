// How Vite builds and serves Copydesk in development; Remix's own settings are in remix.config.js.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

/** Native code, and large libraries that only some work needs: they stay in node_modules and are loaded when asked for. */
const apart = [
  ...['better-sqlite3', 'better-sqlite3-node22', '@node-rs/argon2', 'sharp'],
  ...['nodemailer', 'pg', '@electric-sql/pglite', 'franc', 'file-type'],
]

const build = { target: 'es2022', assetsInlineLimit: 0 }

/**
 * The server built to take little memory (docs/decisions/042-memory.md). Nothing here may change a script that pages link to:
 * it is built with the site too, and its name is made of its bytes.
 */
const server = {
  build: {
    ...build,
    // Remix asks for undici only where its own fetch takes the place of Node's, which nobody does here.
    commonjsOptions: { ignore: ['undici'] },
    rollupOptions: { output: { manualChunks: serverFile } },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: apart },
} as const

// Reading a file takes several times its size, which is not given back: no file may be very large.
function serverFile(id: string): string | undefined {
  return id.includes('/node_modules/') ? 'packages' : /\/app\/(words\/(?:ar|bg|en))\//.exec(id)?.[1]?.replace('/', '-')
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  worker: { format: 'es' },
  build,
  ...(command === 'build' && isSsrBuild && server),
  // In development the few icons we draw: the package of all of them weighs 38 MB and is not needed to serve.
  ...(command === 'serve' && { ssr: { noExternal: ['lucide-react'] } }),
  optimizeDeps: {
    // Listed, not discovered: discovery also finds the server's packages and reloads the page while someone types.
    noDiscovery: true,
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@remix-run/react',
      '@tiptap/core',
      '@tiptap/react',
      // Every package of the editor, or two copies of ProseMirror meet in one page.
      '@tiptap/extension-blockquote',
      '@tiptap/extension-bold',
      '@tiptap/extension-document',
      '@tiptap/extension-hard-break',
      '@tiptap/extension-heading',
      '@tiptap/extension-horizontal-rule',
      '@tiptap/extension-italic',
      '@tiptap/extension-list/bullet-list',
      '@tiptap/extension-list/item',
      '@tiptap/extension-list/ordered-list',
      '@tiptap/extension-paragraph',
      '@tiptap/extension-text',
      '@tiptap/extensions/drop-cursor',
      '@tiptap/extensions/gap-cursor',
      '@tiptap/extensions/undo-redo',
      '@tiptap/pm/history',
      '@tiptap/pm/state',
      '@tiptap/pm/model',
      '@tiptap/pm/view',
      '@tiptap/pm/transform',
    ],
  },
}))
