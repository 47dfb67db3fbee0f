// A chosen photo before it is sent: how it looks, which way is up, and what its file tells to whom.

import { useEffect, useRef } from 'react'
import type { PhotoRules } from '#app/newsroom/pictures/photo-rules.ts'
import type { PictureEvidence } from '#app/newsroom/pictures/what-the-file-tells.ts'
import { useWords } from '../page/words-context.ts'
import { drawPreview, type SeenPhoto } from './photo-file.ts'

/** `onTurn` gets quarters to the right: 1 or -1. */
export function PhotoPreview({
  seen,
  turns,
  onTurn,
}: {
  seen: SeenPhoto
  turns: number
  onTurn: (quarters: 1 | -1) => void
}) {
  const words = useWords().contributor.photo
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current && seen.preview) drawPreview(canvas.current, seen.preview, turns)
  }, [seen, turns])
  if (!seen.preview) return null
  return (
    <div className="photo-preview">
      <canvas ref={canvas} role="img" aria-label={words.preview} />
      <div className="buttons">
        <button type="button" className="button small" onClick={() => onTurn(-1)}>
          {words.turnLeft}
        </button>
        <button type="button" className="button small" onClick={() => onTurn(1)}>
          {words.turnRight}
        </button>
      </div>
    </div>
  )
}

/** Shown before anything is sent: what the file tells, that readers get none of it, and what the desk gets. */
export function WhatTheFileTells({
  told,
  rules,
  leavesOut,
  onLeaveOut,
}: {
  told: PictureEvidence
  rules: PhotoRules
  leavesOut: boolean
  onLeaveOut: (leavesOut: boolean) => void
}) {
  const words = useWords().contributor.photo
  const { capturedAt, place, camera, software } = told
  const facts = [
    capturedAt ? [words.told.time, capturedAt.replace('T', ' ')] : null,
    place ? [words.told.place, `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`] : null,
    camera ? [words.told.camera, camera] : null,
    software ? [words.told.software, software] : null,
  ].filter((fact) => fact !== null)
  const isNothing = facts.length === 0
  const desk = rules.safetyMode ? 'safety' : leavesOut ? 'none' : rules.keepEvidence
  return (
    <section className="file-tells" aria-labelledby="file-tells">
      <h3 id="file-tells">{words.told.title}</h3>
      {isNothing ? (
        <p>{words.told.nothing}</p>
      ) : (
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="hint">
        {isNothing ? null : `${words.told.readers} `}
        {isNothing && desk !== 'original' ? null : words.told.desk[desk]}
      </p>
      {!isNothing && rules.keepEvidence === 'facts' ? (
        <label className="choice-line">
          <input type="checkbox" checked={leavesOut} onChange={(event) => onLeaveOut(event.currentTarget.checked)} />
          <span>{words.leaveOut}</span>
        </label>
      ) : null}
    </section>
  )
}
