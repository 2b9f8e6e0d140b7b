import type { Offer } from '#components/landing/Offers.tsx';
import type { PublicSpaceCard } from '#components/landing/PublicSpaces.tsx';
import { presenceSentence } from '#components/landing/presence.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { type PageContext, translator } from './page.ts';

const isAnybodyIn = ({ presence }: SpaceView): boolean => (presence?.count ?? 0) > 0;

/** The sign on the big picture: the demo space and who is in it. */
export function heroCardOf(context: PageContext, space: SpaceView | null) {
  if (space === null) return null;
  return {
    href: `/space/${space.slug}`,
    label: translator(context, 'landing')('demoGo', { space: space.name }),
    name: space.name,
    presence: presenceSentence(translator(context, 'presence'), space.presence, space.hasResident),
    isAnybodyHere: isAnybodyIn(space),
  };
}

/** The three pictures and what they say. */
export function pointsOf(context: PageContext) {
  const t = translator(context, 'landing');
  return {
    talk: { title: t('pointTalkTitle'), text: t('pointTalk') },
    stop: { title: t('pointStopTitle'), text: t('pointStop') },
    see: { title: t('pointSeeTitle'), text: t('pointSee') },
  };
}

/** The public spaces as cards. */
export function publicCardsOf(context: PageContext, spaces: readonly SpaceView[]): PublicSpaceCard[] {
  const t = translator(context, 'landingMore');
  const presenceOf = (space: SpaceView) =>
    isAnybodyIn(space) ? t('publicHere', { count: space.presence?.count ?? 0 }) : t('publicNobody');
  return spaces.map((space) => ({
    id: space.id,
    href: `/space/${space.slug}`,
    name: space.name,
    mapId: space.map.id,
    presence: presenceOf(space),
    isAnybodyHere: isAnybodyIn(space),
  }));
}

/** What there is for hosts and for developers. */
export function offersOf(context: PageContext): Offer[] {
  const t = translator(context, 'landingMore');
  return [
    {
      title: t('hostTitle'),
      text: t('hostText'),
      points: [
        { icon: 'people', text: t('hostRoles') },
        { icon: 'shield', text: t('hostModeration') },
        { icon: 'download', text: t('hostRun') },
      ],
      way: { href: '/spaces/new', label: t('hostGo') },
    },
    {
      title: t('developerTitle'),
      text: t('developerText'),
      points: [
        { icon: 'code', text: t('developerRest') },
        { icon: 'key', text: t('developerTokens') },
        { icon: 'walk', text: t('developerLive') },
      ],
      way: { href: '/docs/api', label: t('developerGo') },
      otherWay: { href: '/docs/sockets', label: t('developerSockets') },
    },
  ];
}
