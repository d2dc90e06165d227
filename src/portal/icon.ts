/** The sign of the portal: a page under a lens. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#1d4f91"/>
<path d="M8 7h12v4M8 7v18h8M11 12h6M11 16h4" fill="none" stroke="#fff" stroke-width="2"/>
<circle cx="20" cy="19" r="5" fill="none" stroke="#fff" stroke-width="2"/>
<path d="m24 23 4 4" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>
`;
