import { Link } from '@tanstack/react-router';
import { useFrameWords } from './frame-words.ts';
import { useSections } from './navigation.ts';

/** The ways to the desk's sections. */
export function SideBar() {
  const t = useFrameWords();
  return (
    <ul className="flex flex-col gap-0.5">
      {useSections().map(({ path, name, icon: Icon }) => (
        <li key={path}>
          <Link
            to={path}
            activeOptions={{ exact: path === '/', includeSearch: false }}
            className="flex h-9 items-center gap-2.5 rounded-md px-2.5 text-base text-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent lg:h-8"
          >
            <Icon className="size-4 shrink-0" aria-hidden="true" />
            {t.word('section', name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
