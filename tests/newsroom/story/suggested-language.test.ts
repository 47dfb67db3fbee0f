// Which language a story reads like: only for enough words, and only when it is plainly another one.
import { expect, test } from 'vitest'
import { languageChoices } from '#app/newsroom/story/story-languages.ts'
import { suggestedLanguage } from '#app/newsroom/story/suggested-language.server.ts'
import { copyOf, newsStory, p } from './copy/sample-copy.ts'

const bulgarian =
  'Мостът над реката беше отворен във вторник сутринта след две години ремонт, съобщиха от общината. Жителите на квартала се събраха още преди осем часа, за да видят как първите автомобили минават по новото платно. Кметът каза, че ремонтът е струвал по-малко от очакваното и че до края на месеца ще бъдат сложени и новите лампи.'
const romanian =
  'Podul peste râu a fost deschis marți dimineața, după doi ani de lucrări, a anunțat primăria. Locuitorii cartierului s-au adunat încă înainte de ora opt ca să vadă cum trec primele mașini pe noua șosea. Primarul a spus că lucrările au costat mai puțin decât se aștepta și că până la sfârșitul lunii vor fi montate și felinarele noi.'
const arabic =
  'افتتح الجسر فوق النهر صباح يوم الثلاثاء بعد عامين من أعمال الترميم كما أعلنت البلدية. تجمع سكان الحي قبل الساعة الثامنة لمشاهدة السيارات الأولى وهي تعبر الطريق الجديد. وقال رئيس البلدية إن الأعمال كلفت أقل مما كان متوقعا وإن المصابيح الجديدة ستركب قبل نهاية الشهر.'

test('a story in another language than it says is noticed', async () => {
  expect(await suggestedLanguage(copyOf(p(bulgarian)), 'en')).toBe('bg')
  expect(await suggestedLanguage(copyOf(p(romanian)), 'en')).toBe('ro')
  expect(await suggestedLanguage(copyOf(p(arabic)), 'bg')).toBe('ar')
  expect(await suggestedLanguage(newsStory(300), 'bg')).toBe('en')
})

test('nothing is suggested for what is right, too short or nothing at all', async () => {
  expect(await suggestedLanguage(copyOf(p(bulgarian)), 'bg')).toBe(null)
  expect(await suggestedLanguage(copyOf(p(romanian)), 'ro')).toBe(null)
  expect(await suggestedLanguage(newsStory(300), 'en')).toBe(null)
  expect(await suggestedLanguage(copyOf(p(bulgarian.slice(0, 150))), 'en')).toBe(null)
  expect(await suggestedLanguage(copyOf(p('12 34 '.repeat(200))), 'en')).toBe(null)
  expect(await suggestedLanguage(copyOf(p()), 'en')).toBe(null)
})

test('the choices begin with the outlet’s own, each once, by names in the reader’s language', async () => {
  const choices = languageChoices(['bg', 'en-GB', 'bg'], 'en')
  expect(choices.slice(0, 2)).toEqual([
    { code: 'bg', name: 'Bulgarian' },
    { code: 'en', name: 'English' },
  ])
  expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length)
  expect(languageChoices(['en'], 'bg').find(({ code }) => code === 'bg')?.name).toBe('Български')
})
