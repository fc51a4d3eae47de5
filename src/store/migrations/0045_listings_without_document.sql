-- Nothing reads it: publishing asks the marketplace for the document that it merges into, and what the desk shows has
-- columns of its own. It was most of what reading a catalogue wrote, and a listing counted as changed for a field nobody sees.
alter table listings drop column native;
