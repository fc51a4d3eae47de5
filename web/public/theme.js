// Before anything is painted: the colours a person has chosen, else those of the system.
(() => {
  const chosen = localStorage.getItem('moa.theme');
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
