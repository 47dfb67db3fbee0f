// English: what leaves by the wire says, beside the stories themselves.
export const wire = {
  changes: {
    title: (outlet: string) => `${outlet}: corrections`,
    about: (outlet: string) => `What ${outlet} printed and then had to change, newest first.`,
    changed: (kind: string, headline: string) => `${kind}: ${headline}`,
    retracted: 'A story was taken down',
  },
  frontPage: 'Front page',
  card: (headline: string, outlet: string) => `The headline “${headline}” and the name ${outlet}`,
}
