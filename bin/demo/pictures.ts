/** The drawn pictures of the demo outlet by key; the seeder turns the SVG into JPEG. */
import { loadChart } from './pictures/charts.ts'
import { paradeMap } from './pictures/maps.ts'
import { tankPlinth } from './pictures/scenes-land.ts'
import { minehunterDawn } from './pictures/scenes-sea.ts'

export type DemoPicture = { svg: string; alt: string; credit: string; caption: string }

const drawing = 'Drawing: BDC graphics'

export const demoPictures: Record<string, DemoPicture> = {
  'tank-plinth': {
    svg: tankPlinth(),
    alt: 'Drawing of a tank in profile on a stone plinth at dusk, with hills behind it and small figures of people at its foot.',
    credit: drawing,
    caption: 'The tank as the town has known it: on its plinth above the market square, facing the river.',
  },
  'parade-map': {
    svg: paradeMap(),
    alt: 'Map of the centre of Panagyurishte with the parade route in red from the museum down to the river and across the bridge to the stadium.',
    credit: 'Map: BDC graphics',
    caption: 'The route: 2.3 kilometres, one bridge, one corner that everybody had warned about.',
  },
  'load-chart': {
    svg: loadChart(),
    alt: 'Line chart of the sag of the main span in millimetres against the load in tonnes. The line rises almost evenly to nine millimetres at 41 tonnes and stays below the agreed limit of twelve.',
    credit: 'Chart: BDC graphics, from the readings of the test',
    caption: 'The sag grew evenly with the load, which is what the engineers wanted to see.',
  },
  'minehunter-dawn': {
    svg: minehunterDawn(),
    alt: 'Drawing of a minehunter with a tall mast leaving harbour before sunrise; two marker buoys with red flags float on the calm water.',
    credit: drawing,
    caption: 'A minehunter of the joint task group leaves for the lanes before sunrise.',
  },
}
