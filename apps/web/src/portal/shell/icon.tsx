const paths = {
  home: "M3.5 11 12 4l8.5 7M6 9.5V20h4.5v-5.5h3V20H18V9.5",
  announcements: "M4 10v4h3l8 4.5v-13L7 10zm14.5-1a4 4 0 0 1 0 6M8 14l1.5 5.5",
  events: "M4 6.5h16V20H4zM4 11h16M8.5 3.5v5M15.5 3.5v5",
  repairs: "M20 7.5a4.5 4.5 0 0 1-6 5L7 19.5a1.8 1.8 0 0 1-2.5-2.5l7-7a4.5 4.5 0 0 1 5-6L14 6.5l.5 3 3 .5z",
  forum: "M4 5h12v8.5H9L5.5 17v-3.5H4zM19 9h1v8h-1.5v3L15 17h-4",
  notifications: "M6 17v-6a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4",
  profile: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  registrations:
    "M10 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 19.5c.5-3.5 3-5 6.5-5 1 0 2 .2 2.8.5M14.5 18l2 2 4-4.5",
  residents:
    "M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM2.8 19c.6-3 3-4.5 6.2-4.5s5.6 1.5 6.2 4.5M15.5 5.5a3 3 0 0 1 0 5.8M17.5 14.5c2 .6 3.3 2.2 3.7 4.5",
  digest: "M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7",
  more: "M4 7h16M4 12h16M4 17h16",
} as const;

export type IconName = keyof typeof paths;

/** A drawn sign; its label always stands beside it, so screen readers skip it. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
