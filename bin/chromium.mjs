// Finds the Chromium that the browser tests drive, or gets one where that can be done without asking.
import { existsSync } from 'node:fs'
import { canInstall, install } from './debian.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium. Installs it as root on Debian; else says in one line what to do and exits with 1. */
export function chromium() {
  const found = find()
  if (found) return found
  if (canInstall()) {
    console.error('Installing Chromium for the browser tests …')
    install(['chromium'])
    const installed = find()
    if (installed) return installed
  }
  console.error('The browser tests need Chromium: run `sudo apt-get install chromium`, or set CHROMIUM to its path.')
  return process.exit(1)
}

function find() {
  const named = process.env.CHROMIUM
  return [...(named ? [named] : []), ...places].find((path) => existsSync(path)) ?? null
}
