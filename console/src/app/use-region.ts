import { useSearchParams } from 'react-router';

/** The region that is looked at, from the address, so that a view can be sent; null: all of them. */
export function useRegion(): number | null {
  const [search] = useSearchParams();
  const region = Number(search.get('region'));
  return Number.isInteger(region) && region > 0 ? region : null;
}

/** What a link to another screen carries on: the region, and nothing else. */
export function useRegionQuery(): string {
  const region = useRegion();
  return region === null ? '' : `?region=${region}`;
}
