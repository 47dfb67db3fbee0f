// Puts the cursor into the story when Tab comes to it.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * Chromium gives a text box no cursor when Tab comes to one that begins with a piece that cannot be typed in, as the
 * dateline is: whatever is typed then goes nowhere. The editor knows where the cursor stood and puts it there.
 */
export const CursorOnFocus = Extension.create({
  name: 'cursorOnFocus',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          focus(view) {
            // At once, or the first keys would be lost. A click puts its own cursor in afterwards.
            const anchor = view.dom.ownerDocument.getSelection()?.anchorNode ?? null
            if (!view.dom.contains(anchor)) view.focus()
            return false
          },
        },
      },
    }),
  ],
})
