import type { Theme } from '#hooks/theme.ts';

interface ThemedPictureProps {
  theme: Theme;
  /** Path of the picture for the light colours. */
  light: string;
  dark: string;
  alt: string;
  width: number;
  height: number;
  className?: string;
  /** The first picture of a page loads at once, those further down when they come near. */
  isFirst?: boolean;
}

/** A picture that comes in two lightings. The system's setting is asked in the markup, so that it works before any script. */
export function ThemedPicture(props: ThemedPictureProps) {
  const { theme, light, dark, alt, width, height, className, isFirst = false } = props;
  return (
    <picture>
      {theme === 'system' && <source srcSet={dark} media="(prefers-color-scheme: dark)" />}
      <img
        src={theme === 'dark' ? dark : light}
        alt={alt}
        width={width}
        height={height}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
        className={className}
      />
    </picture>
  );
}
