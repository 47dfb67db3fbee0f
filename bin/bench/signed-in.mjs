// Asking a measured server as somebody who is signed in.
import { request } from 'node:http'

/** @typedef {{ status: number, text: string }} Answer */

/** Signs in by the form; the cookie of the session. @param {string} url @param {{ email: string, password: string }} account */
export async function signIn(url, { email, password }) {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ email, password, next: '' }),
    redirect: 'manual',
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** One request over the agent's connection. @param {import('node:http').Agent} agent @param {string} url @param {string} method @param {Record<string, string>} headers @param {string} [body] @returns {Promise<Answer>} */
export function send(agent, url, method, headers, body) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end(body)
  })
}
