// Bulgarian: what the reader screens say.
import { formatsIn } from '../formats.ts'
import type { Words } from '../words.ts'

const { span } = formatsIn('bg')

export const reader: Words['reader'] = {
  skip: 'Към материалите',
  masthead: {
    home: (outlet) => `${outlet}, начална страница`,
    sections: 'Рубрики',
    topics: 'Теми, които следим',
    allHours: '24/7',
    beAReporter: 'Станете репортер',
  },
  footer: {
    follow: 'Последвайте ни',
    rss: 'RSS емисия',
    thePaper: 'Изданието',
    editorialTeam: 'Редакционен екип',
    beAReporter: 'Станете репортер',
    sections: 'Рубрики',
  },
  front: {
    title: (outlet, tagline) => (tagline ? `${outlet} – ${tagline}` : outlet),
    description: (outlet) =>
      `Най-новото от ${outlet}: изпратено от хората, които са били там, и проверено от редакцията.`,
    onlyHeard: (outlet) => `${outlet}: днешните материали`,
    latest: 'Най-ново',
    topics: 'Следим денонощно',
    earlier: 'По-ранни материали',
    empty: {
      title: 'Първият материал още не е излязъл',
      text: 'Тук ще стои той. Може да е Вашият.',
    },
  },
  earlier: {
    title: 'По-ранни материали',
    toFrontPage: 'Обратно към началната страница',
    none: 'Няма по-ранни материали.',
  },
  list: {
    next: 'По-ранни материали',
    first: 'Най-новите материали',
    empty: 'Тук още нищо не е публикувано.',
    by: (name) => `От ${name}`,
  },
  story: {
    title: (headline, outlet) => `${headline} – ${outlet}`,
    by: 'От',
    nameWithheld: 'Името не се посочва',
    nameWithheldWhy: 'Редакцията знае кой е авторът.',
    checked: (desk) => `Репортаж на гражданин, редактиран от ${desk}`,
    published: 'Публикувано',
    updated: 'Обновено',
    seeChanges: 'Какво е променено',
    reading: (minutes) => `${span(minutes, 'minute')} четене`,
    changes: 'Какво е променено',
    kind: { correction: 'Поправка', clarification: 'Уточнение', update: 'Допълнение' },
    topics: 'Теми',
    share: 'Споделете материала',
    shareBy: {
      email: 'Имейл',
      whatsapp: 'WhatsApp',
      telegram: 'Telegram',
      facebook: 'Facebook',
      x: 'X',
      bluesky: 'Bluesky',
    },
    address: 'Адрес за копиране',
    moreOnTopic: (topic) => `Още по темата: ${topic}`,
    moreInSection: (section) => `Още от „${section}“`,
  },
  invite: {
    title: 'Станете репортер',
    text: 'Бяхте ли там? Знаете ли нещо, което липсва? Разкажете го със свои думи; редакцията чете всеки материал.',
    textOnTopic: (topic) =>
      `Знаете ли повече по темата „${topic}“? Разкажете го със свои думи; редакцията чете всеки материал.`,
    link: 'Напишете и изпратете свой материал',
  },
  retracted: {
    title: 'Този материал е свален',
    text: (desk) => `Стоеше на този адрес, докато не беше свален (${desk}). Това съобщение остава на мястото му.`,
    reason: 'Причината',
    on: 'Свален на',
  },
  missing: {
    title: 'На този адрес няма нищо',
    text: 'Може адресът да е сгрешен или страницата никога да не е публикувана.',
    toFrontPage: 'Към началната страница',
  },
  topic: {
    title: (title, outlet) => `${title} – ${outlet}`,
    background: 'Предистория',
    keyEvents: 'Ключови събития',
    stories: 'Материалите, най-новите отгоре',
    feed: 'RSS емисия на темата',
    allHours: '24/7',
  },
  section: {
    title: (section, outlet) => `${section} – ${outlet}`,
    kicker: 'Рубрика',
    feed: 'RSS емисия на рубриката',
  },
  byline: {
    title: (name, outlet) => `${name} – ${outlet}`,
    description: (name, outlet) => `Материали от ${name} в ${outlet}.`,
    kicker: 'Репортер',
    stories: 'Публикувани материали',
  },
  team: {
    title: 'Редакционен екип',
    lead: (desk) =>
      `${desk}: хората, които четат изпратеното, задават въпроси, проверяват каквото може да се провери и отговарят за публикуваното.`,
    role: { admin: 'Отговорен редактор', editor: 'Редактор' },
    none: 'Редакторите още не са се представили.',
    standards: 'Как работим',
    corrections: 'Когато сбъркаме',
  },
  beAReporter: {
    title: 'Станете репортер',
    lead: (outlet) =>
      `Повечето материали в ${outlet} са изпратени от хора, които са били там. Ако сте видели нещо, което и други трябва да знаят, напишете го.`,
    onTopic: (topic) => `Материалът Ви ще бъде към темата „${topic}“.`,
    write: 'Напишете свой материал',
    writeNote: 'Ще Ви помолим да влезете или да се регистрирате; отнема минута.',
    steps: 'Как става',
    step: [
      {
        title: 'Пишете',
        text: 'Заглавие, къде и кога се е случило, какво видяхте и откъде го знаете. Добавете снимките си. Черновите се запазват сами.',
      },
      {
        title: 'Изпращате',
        text: 'С един бутон. Преди това страницата Ви казва какво още липсва, а след това – до кога ще получите отговор.',
      },
      {
        title: 'Работите с редактор',
        text: 'Редактор чете материала, може да поиска промени и Ви показва всяка от тях. Можете да отговорите, да приемете или да се оттеглите.',
      },
      {
        title: 'Излизате на сайта',
        text: 'С името си, с псевдоним или без име. Ще разберете кога е излязъл материалът или защо не е.',
      },
    ],
    promise: 'Кога ще получите отговор',
    promiseIntro: 'Считано от момента, в който го изпратите:',
    hours: (hours) => {
      if (hours < 48 || hours % 24 !== 0) return `до ${span(hours, 'hour')}`
      return `до ${span(hours / 24, 'day')}`
    },
    looksFor: 'Какво публикуваме',
    safety: 'Първо Вашата безопасност',
    agreement: 'За какво се договаряме',
    corrections: 'Когато нещо се окаже невярно',
    desk: 'Кой е в редакцията',
    deskLink: 'Запознайте се с редакционния екип',
  },
}
