/** The drawn pictures of the demo outlet by key; the seeder turns the SVG into JPEG. */
import { type CopyJson, figure } from './copy-words.ts'
import { budgetChart, loadChart, minesChart, riverChart } from './pictures/charts.ts'
import { minesMap, paradeMap, railMap } from './pictures/maps.ts'
import { networkNight } from './pictures/network.ts'
import {
  archiveShelves,
  museumFacade,
  paradeLine,
  radarHill,
  sapperField,
  tankPlinth,
  winterConvoy,
} from './pictures/scenes-land.ts'
import { airShow, minehunterDawn, mountainRescue, pontoonBridge, shipyardCranes } from './pictures/scenes-sea.ts'

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
  'parade-line': {
    svg: paradeLine(),
    alt: 'Drawing of ranks of marching soldiers in profile at low sun, the first of them carrying a plain pennant.',
    credit: drawing,
    caption: 'The garrison’s companies on the river road, in step for once.',
  },
  'museum-facade': {
    svg: museumFacade(),
    alt: 'Drawing of a history museum with six columns, two banners and an old field gun beside its steps in morning light.',
    credit: drawing,
    caption: 'The museum opens at nine; the gun by the steps has been there since 1931.',
  },
  'sapper-field': {
    svg: sapperField(),
    alt: 'Drawing of a sapper with a metal detector in a ploughed field marked with white tape and small red flags.',
    credit: drawing,
    caption: 'Every red flag is a signal from the detector. Most turn out to be nails.',
  },
  'archive-shelves': {
    svg: archiveShelves(),
    alt: 'Drawing of archive shelves full of grey boxes under a lamp; one red box is pulled half out.',
    credit: drawing,
    caption: 'Eleven kilometres of shelves, and a catalogue that knows about seven of them.',
  },
  'winter-convoy': {
    svg: winterConvoy(),
    alt: 'Drawing of four army lorries climbing a mountain road in falling snow.',
    credit: drawing,
    caption: 'The supply column on the pass: four lorries, nineteen bends.',
  },
  'radar-hill': {
    svg: radarHill(),
    alt: 'Drawing of a radar dome on a hilltop above a sea of cloud at night, with a red light on a mast.',
    credit: drawing,
    caption: 'The dome is lit from inside only during maintenance.',
  },
  'shipyard-cranes': {
    svg: shipyardCranes(),
    alt: 'Drawing of a ship’s hull in scaffolding between two dark cranes at sunset, with welding sparks.',
    credit: drawing,
    caption: 'Hull two on the slip, with the gantry that is older than the yard’s last three owners.',
  },
  'air-show': {
    svg: airShow(),
    alt: 'Drawing of six training aircraft in formation trailing white smoke and one trail of red over a bay, watched by a crowd on the beach.',
    credit: drawing,
    caption: 'Six aircraft, eleven minutes, and the first display over the bay for nine years.',
  },
  'mountain-rescue': {
    svg: mountainRescue(),
    alt: 'Drawing of a helicopter above a snowy ridge winching up two people while two more wait below.',
    credit: drawing,
    caption: 'Two at a time: the winch takes 270 kilograms and the weather takes the decisions.',
  },
  'pontoon-bridge': {
    svg: pontoonBridge(),
    alt: 'Drawing of three army lorries crossing a pontoon bridge over a flooded river in the rain; a rescue boat passes below.',
    credit: drawing,
    caption: 'The pontoon bridge above Svilengrad carried 340 vehicles on its first day.',
  },
  'mines-map': {
    svg: minesMap(),
    alt: 'Map of the western Black Sea from Burgas to Constanța with three lanes marked clear, a fourth still being swept, and signs for objects that were found.',
    credit: 'Map: BDC graphics',
    caption: 'Lanes A to C are open to shipping. In lane D four objects are under watch.',
  },
  'rail-map': {
    svg: railMap(),
    alt: 'Map of the railway from Alexandroupoli along the Maritsa, called Evros in Greece, to Svilengrad, with the single-track part below Soufli marked.',
    credit: 'Map: BDC graphics',
    caption: 'The line follows the border river. On its middle third, trains wait for each other.',
  },
  'mines-chart': {
    svg: minesChart(),
    alt: 'Bar chart of suspicious objects reported each month from January to October, between 9 and 31, of which one to five a month were confirmed as mines.',
    credit: 'Chart: BDC graphics, from the bulletins of the task group',
    caption: 'Of 192 objects reported this year, 31 were mines.',
  },
  'river-chart': {
    svg: riverChart(),
    alt: 'Line chart of the river level over seventeen days: it rises from 132 to a peak of 512 centimetres on day eight and falls back to 230, with notes on the relief work.',
    credit: 'Chart: BDC graphics',
    caption: 'The river stood above its red line for four days.',
  },
  'budget-chart': {
    svg: budgetChart(),
    alt: 'Stacked bars of planned procurement in three countries. Vehicles and air defence take the most; rescue and relief takes between three and thirteen per cent.',
    credit: 'Chart: BDC graphics',
    caption: 'What is bought for rescue is counted in tens of millions, everything else in hundreds.',
  },
  'network-night': {
    svg: networkNight(),
    alt: 'Drawing of four groups of linked points on a dark ground around an exchange; a red dotted line enters from the right and stops at a barrier.',
    credit: drawing,
    caption: 'The second morning of the drill: the attack reached the mail servers and was stopped at the exchange.',
  },
}

/** A figure with the picture's own description and credit; the caption too, unless the story has a better one. */
export function drawn(key: string, layout: 'inline' | 'wide' | 'full' = 'inline', caption?: string): CopyJson {
  const picture = demoPictures[key]
  if (!picture) throw new Error(`No demo picture is called ${key}`)
  return figure(key, { alt: picture.alt, credit: picture.credit, layout }, caption ?? picture.caption)
}
