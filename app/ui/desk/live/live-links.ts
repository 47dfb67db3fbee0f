// The stylesheets of the desk's pages of live coverage.
import liveDeskCss from '#app/ui/styles/live-desk.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'

export const liveLinks = () => [workspaceCss, liveDeskCss].map((href) => ({ rel: 'stylesheet', href }))
