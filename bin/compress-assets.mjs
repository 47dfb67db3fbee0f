// Writes the compressed form of every built file beside it, so that none is compressed while somebody waits.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** Compresses the text files in a folder that get noticeably smaller. @param {string} folder */
export async function compressAssets(folder) {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names.filter((name) => /\.(js|css|svg|json|txt)$/.test(name)).map((name) => compress(join(folder, name))),
  )
}

/** @param {string} path */
async function compress(path) {
  const body = await readFile(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [br, gz] = await Promise.all([asBrotli(body, { params }), asGzip(body, { level: 9 })])
  if (br.length < body.length * 0.95) await writeFile(`${path}.br`, br)
  if (gz.length < body.length * 0.95) await writeFile(`${path}.gz`, gz)
}
