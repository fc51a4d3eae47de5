import { useRouter } from '@tanstack/react-router';
import {
  Boxes,
  ChartLine,
  Coins,
  House,
  type LucideIcon,
  PackageSearch,
  Plug,
  RefreshCw,
  RotateCcw,
  Settings,
  ShoppingBag,
  Store,
} from 'lucide-react';
import { useMemo } from 'react';
import type ko from './words/ko.json';

export interface Section {
  readonly path: string;
  /** Its name in the frame's words. */
  readonly name: keyof (typeof ko)['section'];
  readonly icon: LucideIcon;
}

/** The desk's sections in the order of a day. One is shown as soon as there is a route for its path. */
const SECTIONS: readonly Section[] = [
  { path: '/', name: 'today', icon: House },
  { path: '/orders', name: 'orders', icon: ShoppingBag },
  { path: '/claims', name: 'claims', icon: RotateCcw },
  { path: '/catalogue', name: 'catalogue', icon: PackageSearch },
  { path: '/listings', name: 'listings', icon: Store },
  { path: '/inventory', name: 'inventory', icon: Boxes },
  { path: '/prices', name: 'prices', icon: Coins },
  { path: '/connections', name: 'connections', icon: Plug },
  { path: '/sync', name: 'sync', icon: RefreshCw },
  { path: '/analytics', name: 'analytics', icon: ChartLine },
  { path: '/settings', name: 'settings', icon: Settings },
];

export function useSections(): readonly Section[] {
  const router = useRouter();
  return useMemo(() => {
    const paths = new Set(Object.keys(router.routesByPath).map((path) => path.replace(/\/$/, '') || '/'));
    return SECTIONS.filter(({ path }) => paths.has(path));
  }, [router]);
}
