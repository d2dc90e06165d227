import type { ReactNode } from 'react';

/** Outlines on a grid of 24, one path each: the few signs that the console uses. */
const paths = {
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-4H4zM14 8h6V4h-6z',
  site: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  campaign: 'M4 5h16v14H4zM4 9h16M8 13l2 2 4-4',
  review: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20M8 10.5l2 2 3.5-3.5',
  order: 'M14 4a5 5 0 0 0-5 6.5L4 15.5V20h4.500l5-5A5 5 0 0 0 20 9l-3 3-3-1-1-3 3-3a5 5 0 0 0-2-1',
  monitoring: 'M3 12h4l3-8 4 16 3-8h4',
  circular: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M18.400 5.600l-2.100 2.100M7.700 16.300l-2.100 2.100',
  finding: 'M12 4 3 19h18zM12 10v4M12 16.500v.5',
  appeal: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c1-5 4-6.500 8-6.500s7 1.500 8 6.500',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  cross: 'M6 6l12 12M18 6 6 18',
  warning: 'M12 4 3 19h18zM12 10v4M12 16.500v.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.500v.5',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  down: 'M6 10l6 6 6-6',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  plus: 'M12 5v14M5 12h14',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  refresh: 'M20 11a8 8 0 1 0-2 6M20 5v6h-6',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9',
  sign: 'M4 19c3-8 5-12 7-12s0 9 2 9 2-4 4-4 1 3 3 3M4 21h16',
  people:
    'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M2.500 20c.7-4 3-5.500 6.500-5.500s5.800 1.500 6.500 5.500M16 5.500a3 3 0 0 1 0 6M18 15c2 .6 3 2 3.500 4.500',
} as const;
export type IconName = keyof typeof paths;

/** A sign beside a word; alone it needs an `aria-label` on what holds it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
