// Hands the answer's nonce to the components that write a script or a style element.
import { createContext, useContext } from 'react'

export const NonceContext = createContext('')

/** The nonce that the Content-Security-Policy of this answer allows; '' in the browser. */
export function useNonce(): string {
  return useContext(NonceContext)
}
