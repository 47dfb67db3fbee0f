// How Vite builds and serves Copydesk in development; Remix's own settings are in remix.config.js.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig)],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // The few icons we draw go into the build: the package of all of them weighs 38 MB and is not needed to serve.
  ssr: { noExternal: ['lucide-react'] },
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
})
