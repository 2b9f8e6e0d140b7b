import Link from 'next/link';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon, type IconName } from '#components/ui/Icon.tsx';

interface OfferLink {
  readonly href: string;
  readonly label: string;
}

export interface Offer {
  readonly title: string;
  readonly text: string;
  readonly points: readonly { readonly icon: IconName; readonly text: string }[];
  readonly way: OfferLink;
  /** Another, quieter way on. */
  readonly otherWay?: OfferLink;
}

/** What the place is for people who run one and for people who build on it. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  return (
    <section className="grid gap-4 pb-14 desk:grid-cols-2 desk:gap-7 desk:pb-24">
      {offers.map((offer) => (
        <OfferCard key={offer.title} offer={offer} />
      ))}
    </section>
  );
}

function OfferCard({ offer }: { offer: Offer }) {
  const { title, text, points, way, otherWay } = offer;
  return (
    <div className="flex flex-col rounded-lg bg-raised p-6 shadow-1 inset-ring inset-ring-line desk:p-9">
      <h2 className="text-22 leading-snug font-title tracking-title desk:text-32">{title}</h2>
      <p className="mt-2 max-w-[32em] text-16 text-pretty text-ink-soft">{text}</p>
      {points.length > 0 && (
        <ul className="mt-5 grid gap-2.5 text-14">
          {points.map((point) => (
            <li key={point.text} className="flex gap-3">
              <Icon name={point.icon} size={20} className="mt-px text-lagoon-text" />
              <span className="min-w-0 text-pretty">{point.text}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-auto flex flex-wrap gap-2 pt-7">
        <Link href={way.href} prefetch={false} className={buttonClass('line')}>
          {way.label}
        </Link>
        {otherWay && (
          <Link href={otherWay.href} prefetch={false} className={buttonClass('ghost')}>
            {otherWay.label}
          </Link>
        )}
      </div>
    </div>
  );
}
