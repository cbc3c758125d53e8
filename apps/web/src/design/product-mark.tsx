import { rangoli } from "./rangoli.ts";

interface ProductMarkProps {
  name: string;
  className?: string | undefined;
}

/** A drawn sign for a product; its name always stands beside it, so screen readers skip it. */
export function ProductMark({ name, className }: ProductMarkProps) {
  const { wash, rings } = rangoli(name);
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      <rect x="-100" width="300" height="100" fill={wash} fillOpacity="0.14" />
      {rings.map(({ path, colour }) => (
        <path key={path} d={path} fill={colour} />
      ))}
      <circle cx="50" cy="50" r="3.5" fill={wash} />
    </svg>
  );
}
