import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { EntranceForm } from '#components/landing/EntranceForm.tsx';
import { HeroPicture } from '#components/landing/HeroPicture.tsx';
import { PageFooter } from '#components/landing/PageFooter.tsx';
import { Points } from '#components/landing/Points.tsx';
import { presenceSentence } from '#components/landing/presence.ts';
import type { SpaceAtDoor } from '#lib/web/spaces.ts';
import { type PageContext, pageContext, translator } from './_server/page.ts';
import { demoSpace } from './_server/spaces.ts';

export default async function LandingPage() {
  const context = await pageContext();
  const t = translator(context, 'landing');
  const space = await demoSpace();
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
            {space === null ? (
              <p role="status" className="mt-6 rounded-md bg-bad-soft px-4 py-3 text-14 text-bad-text">
                {t('unavailable')}
              </p>
            ) : (
              <EntranceForm doorPath={`/space/${space.slug}`} />
            )}
          </div>
        </section>
        <HeroPicture theme={context.theme} alt={t('picture')} card={cardOf(context, space)} />
        <Points theme={context.theme} label={t('how')} points={pointsOf(context)} />
      </main>
      <PageFooter
        text={t('footer')}
        navLabel={t('footerMore')}
        links={[{ href: '/health', label: t('health') }]}
      />
    </div>
  );
}

function cardOf(context: PageContext, space: SpaceAtDoor | null) {
  if (space === null) return null;
  return {
    href: `/space/${space.slug}`,
    label: translator(context, 'landing')('demoGo', { space: space.name }),
    name: space.name,
    presence: presenceSentence(translator(context, 'presence'), space.presence, space.hasResident),
    isAnybodyHere: (space.presence?.count ?? 0) > 0,
  };
}

function pointsOf(context: PageContext) {
  const t = translator(context, 'landing');
  return {
    talk: { title: t('pointTalkTitle'), text: t('pointTalk') },
    stop: { title: t('pointStopTitle'), text: t('pointStop') },
    see: { title: t('pointSeeTitle'), text: t('pointSee') },
  };
}
