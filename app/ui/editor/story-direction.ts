// Which way the text box runs while a story is written: as its letters do, and as its language does before there are any.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { directionOf } from '#app/newsroom/story/direction.ts'

/** Looks at the story's start only, so that it costs nothing while somebody types. */
export const StoryDirection = Extension.create<{ language: string }>({
  name: 'storyDirection',
  addOptions: () => ({ language: '' }),
  addProseMirrorPlugins() {
    const { language } = this.options
    return [
      new Plugin({
        props: {
          attributes: ({ doc }) => ({
            dir: directionOf(language, doc.textBetween(0, Math.min(400, doc.content.size), ' ')),
          }),
        },
      }),
    ]
  },
})
