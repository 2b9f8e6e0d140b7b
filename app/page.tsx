import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { EntranceForm } from '#components/landing/EntranceForm.tsx';
import { HeroPicture } from '#components/landing/HeroPicture.tsx';
import { Offers } from '#components/landing/Offers.tsx';
import { PageFooter } from '#components/landing/PageFooter.tsx';
import { Points } from '#components/landing/Points.tsx';
import { PublicSpaces } from '#components/landing/PublicSpaces.tsx';
import { ReturnLinks } from '#components/landing/ReturnLinks.tsx';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { heroCardOf, offersOf, pointsOf, publicCardsOf } from './_server/landing.ts';
import { type PageContext, pageContext, translator } from './_server/page.ts';
import { demoSpace, publicSpaces } from './_server/spaces.ts';
import { Words } from './_server/Words.tsx';

export default async function LandingPage() {
  const context = await pageContext();
  const [space, others] = await Promise.all([demoSpace(), publicSpaces()]);
  const t = translator(context, 'landing');
  const more = translator(context, 'landingMore');
  return (
    <div className="wrap">
      <PageHeader />
      <main id="content">
        <section className="grid gap-4 pt-5 pb-7 desk:grid-cols-[1.25fr_1fr] desk:items-end desk:gap-16 desk:pt-10 desk:pb-12">
          <h1 className="text-44 leading-tight font-[680] tracking-display text-balance desk:text-72">
            {t.rich('headline', { br: () => <br /> })}
          </h1>
          <div>
            <p className="max-w-[27em] text-16 leading-body text-pretty text-ink-soft desk:text-18">
              {t('lead')}
            </p>
            <WayIn context={context} space={space} />
          </div>
        </section>
        <HeroPicture theme={context.theme} alt={t('picture')} card={heroCardOf(context, space)} />
        <Points theme={context.theme} label={t('how')} points={pointsOf(context)} />
        {others.length > 0 && (
          <PublicSpaces
            theme={context.theme}
            title={more('publicTitle')}
            lead={more('publicLead')}
            spaces={publicCardsOf(context, others)}
          />
        )}
        <Offers offers={offersOf(context)} />
      </main>
      <PageFooter
        text={t('footer')}
        navLabel={t('footerMore')}
        links={[
          { href: '/docs/api', label: more('footerApi') },
          { href: '/docs/sockets', label: more('footerSockets') },
          { href: '/health', label: t('health') },
        ]}
      />
    </div>
  );
}

/** The way into the demo space: a name for a newcomer, a link for somebody with an account. */
function WayIn({ context, space }: { context: PageContext; space: SpaceView | null }) {
  const t = translator(context, 'landing');
  const more = translator(context, 'landingMore');
  if (space === null) {
    return (
      <p role="status" className="mt-6 rounded-md bg-bad-soft px-4 py-3 text-14 text-bad-text">
        {t('unavailable')}
      </p>
    );
  }
  const doorPath = `/space/${space.slug}`;
  const isKnown = context.viewer !== null && !context.viewer.isGuest;
  if (!isKnown) {
    return (
      <Words of="landing">
        <EntranceForm doorPath={doorPath} />
      </Words>
    );
  }
  const words = { enter: more('enterAgain'), spaces: more('yourSpaces') };
  return <ReturnLinks doorPath={doorPath} words={words} />;
}
