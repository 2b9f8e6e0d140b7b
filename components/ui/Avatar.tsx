import { cx } from './cx.ts';
import { Dot, type DotTone } from './Dot.tsx';

interface AvatarProps {
  /** Key of the drawn character. */
  cast: string;
  size?: 24 | 28 | 32 | 36 | 40;
  presence?: DotTone;
  className?: string;
}

const sizes = { 24: 'size-6', 28: 'size-7', 32: 'size-8', 36: 'size-9', 40: 'size-10' } as const;

/** The drawn face of a person. Names stand beside faces, so the picture itself is silent. */
export function Avatar({ cast, size = 36, presence, className }: AvatarProps) {
  return (
    <span className={cx('relative inline-block flex-none', sizes[size], className)}>
      {/* biome-ignore lint/performance/noImgElement: an SVG of a few KB needs no image optimizer */}
      <img
        src={faceUrl(cast)}
        alt=""
        width={size}
        height={size}
        draggable={false}
        className="size-full rounded-full bg-sunken"
      />
      {presence && (
        <Dot
          tone={presence}
          className={cx(
            'absolute -end-px -bottom-px size-[11px] border-2 border-raised',
            presence === 'away' && 'bg-raised',
          )}
        />
      )}
    </span>
  );
}

/** Where the face of a cast member lies on the web origin. */
function faceUrl(cast: string): string {
  return `/people/${encodeURIComponent(cast)}.svg`;
}
