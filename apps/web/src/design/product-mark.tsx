import { rangoli } from "./rangoli.ts";

interface ProductMarkProps {
  category: string;
  name: string;
  className?: string;
}

/** A drawn sign for a product; its name always stands beside it, so screen readers skip it. */
export function ProductMark({ category, name, className }: ProductMarkProps) {
  const { hue, rings } = rangoli(category, name);
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      <rect width="100" height="100" fill={`hsl(${hue} 75% 50%)`} fillOpacity="0.13" />
      {rings.map(({ path, hueShift }) => (
        <path key={hueShift} d={path} fill={`hsl(${(hue + hueShift) % 360} 62% 52%)`} />
      ))}
      <circle cx="50" cy="50" r="3.5" fill={`hsl(${hue} 62% 52%)`} />
    </svg>
  );
}
