// Remix's own settings; vite.config.ts hands them to the Remix plugin.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false, // its manifest endpoint can be used to exhaust the server
    v3_relativeSplatPath: true,
    v3_routeConfig: true, // the URL table is app/routes.ts
    v3_singleFetch: false, // its encoder has an unfixed denial of service; see docs/decisions
    v3_throwAbortReason: true,
  },
}
