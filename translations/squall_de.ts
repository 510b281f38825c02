<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Environment</name>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
</context>
<context>
    <name>GridCommandText</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Edit in the big editor</source>
        <translation>Im großen Editor bearbeiten</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>Auf NULL setzen</translation>
    </message>
    <message>
        <source>Set empty text</source>
        <translation>Auf leeren Text setzen</translation>
    </message>
    <message>
        <source>Set DEFAULT</source>
        <translation>Auf DEFAULT setzen</translation>
    </message>
    <message>
        <source>Set now()</source>
        <translation>Auf now() setzen</translation>
    </message>
    <message>
        <source>Set gen_random_uuid()</source>
        <translation>Auf gen_random_uuid() setzen</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>Zellen leeren</translation>
    </message>
    <message>
        <source>Revert selection</source>
        <translation>Auswahl zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Zeilen duplizieren</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Zeilen löschen</translation>
    </message>
    <message>
        <source>Paste as new rows</source>
        <translation>Als neue Zeilen einfügen</translation>
    </message>
</context>
<context>
    <name>GridMarks</name>
    <message>
        <source>It was %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Filled by its default: %1</source>
        <translation>Wird durch die Vorgabe gefüllt: %1</translation>
    </message>
    <message>
        <source>Changed on the server since it was last looked at</source>
        <translation>Auf dem Server geändert, seit es zuletzt angesehen wurde</translation>
    </message>
    <message>
        <source>cannot be: %1</source>
        <translation>nicht möglich: %1</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>neue Zeile</translation>
    </message>
    <message>
        <source>removed row</source>
        <translation>gelöschte Zeile</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>UTC: %1</source>
        <translation>UTC: %1</translation>
    </message>
    <message>
        <source>Here: %1 (%2)</source>
        <translation>Hier: %1 (%2)</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>changed on the server</source>
        <translation>auf dem Server geändert</translation>
    </message>
    <message>
        <source>row marked as deleted</source>
        <translation>Zeile als gelöscht markiert</translation>
    </message>
</context>
<context>
    <name>IndexState</name>
    <message>
        <source>being dropped, or left behind by that</source>
        <translation>wird entfernt oder blieb davon zurück</translation>
    </message>
    <message>
        <source>being built</source>
        <translation>wird aufgebaut</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Laying out the diagram was stopped.</source>
        <translation>Das Anordnen des Diagramms wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>ObjectDetails</name>
    <message>
        <source>foreign table</source>
        <translation>Fremdtabelle</translation>
    </message>
    <message>
        <source>partitioned table</source>
        <translation>partitionierte Tabelle</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>unlogged table</source>
        <translation>Tabelle ohne Protokoll</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Referenced by</source>
        <translation>Verwiesen von</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Partitioned by</source>
        <translation>Partitioniert nach</translation>
    </message>
    <message>
        <source>Partition of</source>
        <translation>Partition von</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Row security</source>
        <translation>Zeilensicherheit</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>materialisierte Sicht</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>never refreshed</source>
        <translation>nie aufgefrischt</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>Aufzählung</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>zusammengesetzter Typ</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>Bereichstyp</translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation>Elementtyp</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>Aggregat</translation>
    </message>
    <message>
        <source>window function</source>
        <translation>Fensterfunktion</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>TableCommands</name>
    <message>
        <source>No table is in front.</source>
        <translation>Keine Tabelle ist vorn.</translation>
    </message>
    <message>
        <source>Show the rows of the table</source>
        <translation>Zeilen der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show the structure of the table</source>
        <translation>Struktur der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show the DDL of the table</source>
        <translation>DDL der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy the DDL</source>
        <translation>DDL kopieren</translation>
    </message>
    <message>
        <source>The DDL is not in front.</source>
        <translation>Die DDL ist nicht vorn.</translation>
    </message>
    <message>
        <source>Reload the table</source>
        <translation>Tabelle neu laden</translation>
    </message>
    <message>
        <source>Count the rows</source>
        <translation>Zeilen zählen</translation>
    </message>
    <message>
        <source>Hide, move and pin columns…</source>
        <translation>Spalten verbergen, verschieben und anheften…</translation>
    </message>
    <message>
        <source>Show all rows again</source>
        <translation>Wieder alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Nothing is filtered.</source>
        <translation>Nichts ist gefiltert.</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Kopieren als…</translation>
    </message>
    <message>
        <source>The rows are not in front.</source>
        <translation>Die Zeilen sind nicht vorn.</translation>
    </message>
    <message>
        <source>The review is not in front.</source>
        <translation>Die Durchsicht ist nicht vorn.</translation>
    </message>
    <message>
        <source>Copy the SQL of the review</source>
        <translation>SQL der Durchsicht kopieren</translation>
    </message>
    <message>
        <source>Go from the review to the row</source>
        <translation>Von der Durchsicht zur Zeile</translation>
    </message>
    <message>
        <source>Revert what is selected in the review</source>
        <translation>In der Durchsicht Ausgewähltes zurücksetzen</translation>
    </message>
    <message>
        <source>Undo the last step in the review</source>
        <translation>Letzten Schritt in der Durchsicht rückgängig machen</translation>
    </message>
    <message>
        <source>Add a condition to the filter…</source>
        <translation>Dem Filter eine Bedingung hinzufügen…</translation>
    </message>
    <message>
        <source>Hide or show rows that are marked as deleted</source>
        <translation>Als gelöscht markierte Zeilen aus- oder einblenden</translation>
    </message>
    <message>
        <source>No column marks rows as deleted.</source>
        <translation>Keine Spalte markiert Zeilen als gelöscht.</translation>
    </message>
    <message>
        <source>Count the values of the column exactly</source>
        <translation>Werte der Spalte genau zählen</translation>
    </message>
    <message>
        <source>The row is not shown at the side.</source>
        <translation>Die Zeile wird nicht an der Seite gezeigt.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>“%1” does not end like a picture; say which it is: --format %2.</source>
        <translation>„%1“ endet nicht wie ein Bild; bitte sagen, welches es ist: --format %2.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Open anything…</source>
        <translation>Beliebiges öffnen…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen…</translation>
    </message>
    <message>
        <source>Reload the schema</source>
        <translation>Schema neu laden</translation>
    </message>
    <message>
        <source>Close the database</source>
        <translation>Datenbank schließen</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Reiter schließen</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>Geschlossenen Reiter wieder öffnen</translation>
    </message>
    <message>
        <source>Keep tab open</source>
        <translation>Reiter offen halten</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Reiter</translation>
    </message>
    <message>
        <source>Go to tab %1</source>
        <translation>Zu Reiter %1</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>Navigator filtern</translation>
    </message>
    <message>
        <source>Show or hide the navigator</source>
        <translation>Navigator zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Inspektor zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Colours: as the system</source>
        <translation>Farben: wie das System</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Reiter</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Open in a tab</source>
        <translation>In einem Reiter öffnen</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy name for SQL</source>
        <translation>Namen für SQL kopieren</translation>
    </message>
    <message>
        <source>Allow changes in production…</source>
        <translation>Änderungen an der Produktion erlauben …</translation>
    </message>
    <message>
        <source>Make production read-only again</source>
        <translation>Produktion wieder nur lesen</translation>
    </message>
    <message>
        <source>No table is in front.</source>
        <translation>Keine Tabelle ist vorn.</translation>
    </message>
    <message>
        <source>Find in the table and filter it</source>
        <translation>In der Tabelle suchen und filtern</translation>
    </message>
    <message>
        <source>Filter the table by a condition in SQL</source>
        <translation>Die Tabelle nach einer Bedingung in SQL filtern</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Review staged changes</source>
        <translation>Vorgemerkte Änderungen prüfen</translation>
    </message>
    <message>
        <source>Undo the last commit</source>
        <translation>Letztes Übernehmen zurücknehmen</translation>
    </message>
    <message>
        <source>Follow the reference</source>
        <translation>Dem Verweis folgen</translation>
    </message>
    <message>
        <source>Show the rows that point here</source>
        <translation>Zeilen zeigen, die hierher verweisen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Undo an earlier commit…</source>
        <translation>Ein früheres Übernehmen zurücknehmen …</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Edit this connection…</source>
        <translation>Diese Verbindung bearbeiten…</translation>
    </message>
    <message>
        <source>Show where the reference leads</source>
        <translation>Zeigen, wohin der Verweis führt</translation>
    </message>
    <message>
        <source>No rows of a table are in front.</source>
        <translation>Es sind keine Zeilen einer Tabelle vorn.</translation>
    </message>
    <message>
        <source>Go to the row at the side</source>
        <translation>Zur Zeile am Rand gehen</translation>
    </message>
    <message>
        <source>Open the rows that point here below the row</source>
        <translation>Die Zeilen, die hierher zeigen, unter der Zeile öffnen</translation>
    </message>
    <message>
        <source>Show or hide how many rows point to each row</source>
        <translation>Ein- oder ausblenden, wie viele Zeilen auf jede Zeile zeigen</translation>
    </message>
    <message>
        <source>Stop what the server is doing</source>
        <translation>Anhalten, was der Server tut</translation>
    </message>
    <message>
        <source>Nothing is under way here.</source>
        <translation>Hier ist nichts im Gange.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Tastenkürzel…</translation>
    </message>
    <message>
        <source>Open the definition in an SQL tab</source>
        <translation>Definition in einem SQL-Reiter öffnen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>The workspace file could not be used: %1</source>
        <translation>Die Arbeitsbereichsdatei ist nicht benutzbar: %1</translation>
    </message>
    <message>
        <source>The damaged workspace file %1 could not be moved away.</source>
        <translation>Die beschädigte Arbeitsbereichsdatei %1 ließ sich nicht beiseitelegen.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The workspace file was damaged and has been set aside as %1. Squall started with an empty one.</source>
        <translation>Die Arbeitsbereichsdatei war beschädigt und liegt nun als %1 beiseite. Squall hat mit einer leeren begonnen.</translation>
    </message>
    <message>
        <source>The workspace file %1 could not be opened.</source>
        <translation>Die Arbeitsbereichsdatei %1 ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The workspace file %1 was written by a newer Squall (format %2, this one knows %3).</source>
        <translation>Die Arbeitsbereichsdatei %1 stammt von einem neueren Squall (Format %2, dieses kennt %3).</translation>
    </message>
    <message>
        <source>Update Squall, or move the file away. Until then nothing is kept between starts.</source>
        <translation>Squall aktualisieren oder die Datei beiseitelegen. Bis dahin bleibt zwischen zwei Starts nichts erhalten.</translation>
    </message>
    <message>
        <source>The workspace is closed.</source>
        <translation>Der Arbeitsbereich ist geschlossen.</translation>
    </message>
    <message>
        <source>The file %1 could not be locked.</source>
        <translation>Die Datei %1 konnte nicht gesperrt werden.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A database explorer for PostgreSQL.</source>
        <translation>Ein Datenbank-Explorer für PostgreSQL.</translation>
    </message>
    <message>
        <source>Open this database.</source>
        <translation>Diese Datenbank öffnen.</translation>
    </message>
    <message>
        <source>Save a picture of every view in this folder, and end.</source>
        <translation>Von jeder Ansicht ein Bild in diesen Ordner speichern und enden.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1024x700.</source>
        <translation>Größe des Fensters, zum Beispiel 1024x700.</translation>
    </message>
    <message>
        <source>“%1” is not a size; write it like 1024x700.</source>
        <translation>„%1“ ist keine Größe; sie wird so geschrieben: 1024x700.</translation>
    </message>
    <message>
        <source>Like --url.</source>
        <translation>Wie --url.</translation>
    </message>
    <message>
        <source>One database at a time: “%1” is one too many.</source>
        <translation>Eine Datenbank auf einmal: „%1“ ist zu viel.</translation>
    </message>
    <message>
        <source>--tour needs --url: it does not guess which database it may walk through.</source>
        <translation>--tour braucht --url: geraten wird nicht, durch welche Datenbank der Rundgang führen darf.</translation>
    </message>
    <message>
        <source>There is no display to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>Für ein Fenster fehlt die Anzeige: weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt.</translation>
    </message>
    <message>
        <source>--%1 belongs to --render.</source>
        <translation>--%1 gehört zu --render.</translation>
    </message>
    <message>
        <source>Either --render or --tour, not both.</source>
        <translation>Entweder --render oder --tour, nicht beides.</translation>
    </message>
    <message>
        <source>--%1 cannot be “%2”; it is one of: %3.</source>
        <translation>--%1 kann nicht „%2“ sein; möglich sind: %3.</translation>
    </message>
    <message>
        <source>“%1” is no scale; write a number like 2 or 0.5.</source>
        <translation>„%1“ ist kein Maßstab; bitte eine Zahl wie 2 oder 0.5 schreiben.</translation>
    </message>
    <message>
        <source>Write the diagram of the database to this file, and end; - is standard output. Without --url it is that of DATABASE_URL or the PG* variables. No display is needed.</source>
        <translation>Das Diagramm der Datenbank in diese Datei schreiben und enden; - ist die Standardausgabe. Ohne --url ist es die von DATABASE_URL oder der PG*-Variablen. Ein Bildschirm ist nicht nötig.</translation>
    </message>
    <message>
        <source>What is rendered; else the file&apos;s ending says it.</source>
        <translation>Was gezeichnet wird; sonst sagt es die Endung der Datei.</translation>
    </message>
    <message>
        <source>Only this schema; may be given several times.</source>
        <translation>Nur dieses Schema; kann mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>What is told of a table.</source>
        <translation>Was von einer Tabelle gezeigt wird.</translation>
    </message>
    <message>
        <source>The colours.</source>
        <translation>Die Farben.</translation>
    </message>
    <message>
        <source>The size, as a multiple of that on screen.</source>
        <translation>Die Größe, als Vielfaches der Größe am Bildschirm.</translation>
    </message>
    <message>
        <source>Pages of a PDF: one as large as the diagram, or sheets.</source>
        <translation>Die Seiten eines PDF: eine so groß wie das Diagramm, oder Blätter.</translation>
    </message>
    <message>
        <source>cannot write to standard output: %1</source>
        <translation>Die Standardausgabe lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Open this Drizzle project: its folder or its drizzle.config.ts.</source>
        <translation>Dieses Drizzle-Projekt öffnen: seinen Ordner oder seine drizzle.config.ts.</translation>
    </message>
    <message>
        <source>One project at a time: “%1” is one too many.</source>
        <translation>Ein Projekt auf einmal: „%1“ ist eines zu viel.</translation>
    </message>
    <message>
        <source>--render draws a database, not a project.</source>
        <translation>--render zeichnet eine Datenbank, kein Projekt.</translation>
    </message>
</context>
<context>
    <name>squall::JsonTree</name>
    <message>
        <source>There is text after the value.</source>
        <translation>Nach dem Wert steht noch Text.</translation>
    </message>
    <message>
        <source>A key in double quotes belongs here.</source>
        <translation>Hierher gehört ein Schlüssel in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>“:” is missing after the key.</source>
        <translation>Nach dem Schlüssel fehlt „:“.</translation>
    </message>
    <message>
        <source>“,” or “}” is missing.</source>
        <translation>„,“ oder „}“ fehlt.</translation>
    </message>
    <message>
        <source>“,” or “]” is missing.</source>
        <translation>„,“ oder „]“ fehlt.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>This is not a JSON value.</source>
        <translation>Das ist kein JSON-Wert.</translation>
    </message>
    <message>
        <source>A digit belongs here.</source>
        <translation>Hierher gehört eine Ziffer.</translation>
    </message>
    <message>
        <source>A number has no zeros in front.</source>
        <translation>Eine Zahl hat vorn keine Nullen.</translation>
    </message>
    <message>
        <source>A number ends before this.</source>
        <translation>Eine Zahl endet davor.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>Line breaks, tabs and their like are written \n, \t, \u0001 in a string.</source>
        <translation>Zeilenumbrüche, Tabulatoren und dergleichen schreibt man in einem Text als \n, \t, \u0001.</translation>
    </message>
    <message>
        <source>There is no such escape; a backslash itself is written \\.</source>
        <translation>Diese Schreibweise gibt es nicht; den Backslash selbst schreibt man \\.</translation>
    </message>
    <message>
        <source>\u takes four hexadecimal digits.</source>
        <translation>Auf \u folgen vier hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>jsonb cannot hold \u0000.</source>
        <translation>jsonb kann \u0000 nicht enthalten.</translation>
    </message>
    <message>
        <source>The first half of this character is missing.</source>
        <translation>Die erste Hälfte dieses Zeichens fehlt.</translation>
    </message>
    <message>
        <source>The second half of this character is missing.</source>
        <translation>Die zweite Hälfte dieses Zeichens fehlt.</translation>
    </message>
</context>
<context>
    <name>squall::catalog</name>
    <message>
        <source>Schemas: %1</source>
        <translation>Schemas: %1</translation>
    </message>
    <message>
        <source>Enums: %1</source>
        <translation>Aufzählungen: %1</translation>
    </message>
    <message>
        <source>Domains: %1</source>
        <translation>Domänen: %1</translation>
    </message>
    <message>
        <source>Composite types: %1</source>
        <translation>Zusammengesetzte Typen: %1</translation>
    </message>
    <message>
        <source>Range types: %1</source>
        <translation>Bereichstypen: %1</translation>
    </message>
    <message>
        <source>Sequences: %1</source>
        <translation>Sequenzen: %1</translation>
    </message>
    <message>
        <source>Functions: %1</source>
        <translation>Funktionen: %1</translation>
    </message>
    <message>
        <source>Extensions: %1</source>
        <translation>Erweiterungen: %1</translation>
    </message>
    <message>
        <source>Other objects: %1</source>
        <translation>Weitere Objekte: %1</translation>
    </message>
    <message>
        <source>What Squall does not compare, and cannot write as SQL: %1</source>
        <translation>Was Squall nicht vergleicht und nicht als SQL schreiben kann: %1</translation>
    </message>
</context>
<context>
    <name>squall::catalog::Introspection</name>
    <message>
        <source>This server is PostgreSQL %1, which is too old to be read.</source>
        <translation>Dieser Server ist PostgreSQL %1 und damit zu alt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>PostgreSQL 12 and newer are supported.</source>
        <translation>Unterstützt werden PostgreSQL 12 und neuer.</translation>
    </message>
</context>
<context>
    <name>squall::catalog::UnknownSchema</name>
    <message>
        <source>there is no schema &apos;%1&apos;</source>
        <translation>es gibt kein Schema „%1“</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Es gibt: %1</translation>
    </message>
</context>
<context>
    <name>squall::cli</name>
    <message>
        <source>Show this help.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>The database, as postgresql://user@host/name or host=… dbname=…; without it DATABASE_URL, else the PG* variables.</source>
        <translation>Die Datenbank, als postgresql://user@host/name oder host=… dbname=…; sonst gilt DATABASE_URL, sonst gelten die PG*-Variablen.</translation>
    </message>
    <message>
        <source>Write to this file instead of standard output.</source>
        <translation>In diese Datei schreiben statt in die Standardausgabe.</translation>
    </message>
    <message>
        <source>See &apos;squall %1 --help&apos;.</source>
        <translation>Siehe &apos;squall %1 --help&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option.</source>
        <translation>&apos;%1&apos; ist keine Option.</translation>
    </message>
    <message>
        <source>--%1 cannot be &apos;%2&apos;.</source>
        <translation>--%1 kann nicht &apos;%2&apos; sein.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
    <message>
        <source>PostgreSQL server</source>
        <translation>PostgreSQL-Server</translation>
    </message>
    <message>
        <source>Says what works on this machine, and how to mend what does not.</source>
        <translation>Sagt, was auf diesem Rechner geht, und wie sich der Rest beheben lässt.</translation>
    </message>
    <message>
        <source>For people or for programs.</source>
        <translation>Für Menschen oder für Programme.</translation>
    </message>
    <message>
        <source>reading the catalog</source>
        <translation>liest den Katalog</translation>
    </message>
    <message>
        <source>Shows what a database consists of.</source>
        <translation>Zeigt, woraus eine Datenbank besteht.</translation>
    </message>
    <message>
        <source>A list for people, everything for programs, or the DDL that recreates it.</source>
        <translation>Eine Liste für Menschen, alles für Programme, oder die DDL, die sie neu erstellt.</translation>
    </message>
    <message>
        <source>what a database consists of: a list, JSON or DDL</source>
        <translation>woraus eine Datenbank besteht: Liste, JSON oder DDL</translation>
    </message>
    <message>
        <source>what works on this machine, and how to mend what does not</source>
        <translation>was auf diesem Rechner geht, und wie sich der Rest beheben lässt</translation>
    </message>
    <message>
        <source>opens the window</source>
        <translation>öffnet das Fenster</translation>
    </message>
    <message>
        <source>Explores PostgreSQL databases and Drizzle projects.</source>
        <translation>Erkundet PostgreSQL-Datenbanken und Drizzle-Projekte.</translation>
    </message>
    <message>
        <source>Usage: squall COMMAND [options]</source>
        <translation>Aufruf: squall BEFEHL [Optionen]</translation>
    </message>
    <message>
        <source>&apos;squall COMMAND --help&apos; tells more. --version tells the version.</source>
        <translation>&apos;squall BEFEHL --help&apos; sagt mehr, --version die Version.</translation>
    </message>
    <message>
        <source>there is no command &apos;%1&apos;</source>
        <translation>es gibt keinen Befehl &apos;%1&apos;</translation>
    </message>
    <message>
        <source>&apos;squall --help&apos; lists them.</source>
        <translation>&apos;squall --help&apos; zählt sie auf.</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>die Standardausgabe</translation>
    </message>
    <message>
        <source>cannot start %1: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>&apos;squall doctor&apos; says what is missing.</source>
        <translation>&apos;squall doctor&apos; sagt, was fehlt.</translation>
    </message>
    <message>
        <source>examining the machine</source>
        <translation>untersucht den Rechner</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform> und %n weiteres</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>not in the SQL, or not whole: %1</source>
        <translation>nicht oder nicht ganz im SQL: %1</translation>
    </message>
    <message>
        <source>looking for the server</source>
        <translation>sucht den Server</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Passwort: </translation>
    </message>
    <message>
        <source>runs SQL and prints what comes back</source>
        <translation>führt SQL aus und gibt aus, was zurückkommt</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Either SQL or a file, not both.</source>
        <translation>Entweder SQL oder eine Datei, nicht beides.</translation>
    </message>
    <message>
        <source>What is to be run? Give SQL, a file with -f, or SQL on standard input.</source>
        <translation>Was soll ausgeführt werden? SQL angeben, eine Datei mit -f, oder SQL auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>--set takes NAME=VALUE, not &apos;%1&apos;.</source>
        <translation>--set erwartet NAME=WERT, nicht „%1“.</translation>
    </message>
    <message>
        <source>cannot read standard input</source>
        <translation>Die Standardeingabe lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>One or more statements.</source>
        <translation>Eine oder mehrere Anweisungen.</translation>
    </message>
    <message>
        <source>Run the statements in this file; - is standard input.</source>
        <translation>Die Anweisungen dieser Datei ausführen; - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>How rows are written.</source>
        <translation>Wie Zeilen geschrieben werden.</translation>
    </message>
    <message>
        <source>One line for each field, as after \x.</source>
        <translation>Eine Zeile je Feld, wie nach \x.</translation>
    </message>
    <message>
        <source>The value of $1; given again, of $2, and so on.</source>
        <translation>Der Wert von $1; beim nächsten Mal der von $2, und so weiter.</translation>
    </message>
    <message>
        <source>The value of :NAME.</source>
        <translation>Der Wert von :NAME.</translation>
    </message>
    <message>
        <source>Runs SQL and prints what comes back.</source>
        <translation>Führt SQL aus und gibt aus, was zurückkommt.</translation>
    </message>
    <message>
        <source>Writes the tables and what they refer to as a diagram.</source>
        <translation>Schreibt die Tabellen und worauf sie verweisen als Diagramm.</translation>
    </message>
    <message>
        <source>Only this schema; may be given several times.</source>
        <translation>Nur dieses Schema; kann mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>A picture, or the language it is written in. Without it the file&apos;s ending says it, else it is mermaid.</source>
        <translation>Ein Bild, oder die Sprache, in der es geschrieben wird. Ohne Angabe sagt es die Endung der Datei, sonst ist es mermaid.</translation>
    </message>
    <message>
        <source>What a picture tells of a table; columns when nothing is said.</source>
        <translation>Was ein Bild von einer Tabelle zeigt; ohne Angabe die Spalten.</translation>
    </message>
    <message>
        <source>The colours of a picture.</source>
        <translation>Die Farben eines Bildes.</translation>
    </message>
    <message>
        <source>The size of a picture, as a multiple of that on screen; 2 is sharp on a screen with small pixels.</source>
        <translation>Die Größe eines Bildes, als Vielfaches der Größe am Bildschirm; 2 ist scharf auf einem Bildschirm mit kleinen Pixeln.</translation>
    </message>
    <message>
        <source>Pages of a PDF: one as large as the diagram, or sheets to be printed.</source>
        <translation>Die Seiten eines PDF: eine so groß wie das Diagramm, oder Blätter zum Drucken.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not say by its ending what it is to be</source>
        <translation>Die Endung von „%1“ sagt nicht, was es werden soll</translation>
    </message>
    <message>
        <source>Give --format: %1.</source>
        <translation>--format angeben: %1.</translation>
    </message>
    <message>
        <source>--%1 is for pictures, and %2 is a language.</source>
        <translation>--%1 ist für Bilder, und %2 ist eine Sprache.</translation>
    </message>
    <message>
        <source>A picture is nothing for a terminal: give a file with -o.</source>
        <translation>Ein Bild ist nichts für ein Terminal: Bitte mit -o eine Datei angeben.</translation>
    </message>
    <message>
        <source>pictures are drawn by squall-studio, and it is neither beside squall nor on the PATH</source>
        <translation>Bilder zeichnet squall-studio, und das liegt weder neben squall noch im PATH</translation>
    </message>
    <message>
        <source>Install it, or choose a language: --format mermaid.</source>
        <translation>Bitte installieren oder eine Sprache wählen: --format mermaid.</translation>
    </message>
    <message>
        <source>the tables and what they refer to, as a picture or for other tools</source>
        <translation>die Tabellen und ihre Bezüge, als Bild oder für andere Werkzeuge</translation>
    </message>
    <message>
        <source>squall-studio ended before the picture was drawn</source>
        <translation>squall-studio endete, bevor das Bild gezeichnet war</translation>
    </message>
    <message>
        <source>drawing the diagram</source>
        <translation>zeichne das Diagramm</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was changed: this needs a person.</source>
        <translation>Nichts wurde geändert: Das muss ein Mensch entscheiden.</translation>
    </message>
    <message>
        <source>There is nothing that could be mended without being asked.</source>
        <translation>Ungefragt lässt sich nichts davon beheben.</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>schreibt %1</translation>
    </message>
    <message>
        <source>removes %1</source>
        <translation>entfernt %1</translation>
    </message>
    <message>
        <source>--adopt and --dry-run go with --fix.</source>
        <translation>--adopt und --dry-run gehören zu --fix.</translation>
    </message>
    <message>
        <source>Says what is wrong with a folder of migrations, and mends it.</source>
        <translation>Sagt, was an einem Ordner mit Migrationen nicht stimmt, und behebt es.</translation>
    </message>
    <message>
        <source>Put the migrations of merged branches one after the other: numbers, names, times, snapshots.</source>
        <translation>Migrationen zusammengeführter Zweige hintereinander stellen: Nummern, Namen, Zeiten, Schnappschüsse.</translation>
    </message>
    <message>
        <source>With --fix: SQL files that the journal does not know become migrations, which leave the schema as it is.</source>
        <translation>Mit --fix: SQL-Dateien, die das Journal nicht kennt, werden Migrationen, die das Schema lassen, wie es ist.</translation>
    </message>
    <message>
        <source>With --fix: only say what would be done.</source>
        <translation>Mit --fix: nur sagen, was geschehen würde.</translation>
    </message>
    <message>
        <source>Without a configuration: %1</source>
        <translation>Ohne Konfiguration: %1</translation>
    </message>
    <message>
        <source>the database, as postgresql://user@host/name.</source>
        <translation>die Datenbank, als postgresql://benutzer@rechner/name.</translation>
    </message>
    <message>
        <source>its server.</source>
        <translation>ihr Server.</translation>
    </message>
    <message>
        <source>the server&apos;s port.</source>
        <translation>der Port des Servers.</translation>
    </message>
    <message>
        <source>who reads it.</source>
        <translation>wer sie liest.</translation>
    </message>
    <message>
        <source>the password; better left to the prompt or to .pgpass.</source>
        <translation>das Passwort; besser auf Nachfrage oder aus .pgpass.</translation>
    </message>
    <message>
        <source>its name.</source>
        <translation>ihr Name.</translation>
    </message>
    <message>
        <source>true, require, allow, prefer or verify-full.</source>
        <translation>true, require, allow, prefer oder verify-full.</translation>
    </message>
    <message>
        <source>only these tables; may be given several times.</source>
        <translation>nur diese Tabellen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>these schemas in place of public; may be given several times.</source>
        <translation>diese Schemas statt public; mehrfach möglich.</translation>
    </message>
    <message>
        <source>without the tables of this extension.</source>
        <translation>ohne die Tabellen dieser Erweiterung.</translation>
    </message>
    <message>
        <source>not compared, because schemaFilter does not name it: %1</source>
        <translation>nicht verglichen, weil schemaFilter es nicht nennt: %1</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Compares a Drizzle project&apos;s schema with its database, and prints the SQL that would make the database the same. The exit code is 0 when they are the same, 2 when they differ, and 1 when that could not be found out.</source>
        <translation>Vergleicht das Schema eines Drizzle-Projekts mit seiner Datenbank und gibt das SQL aus, das die Datenbank angleichen würde. Der Rückgabewert ist 0, wenn beide gleich sind, 2, wenn nicht, und 1, wenn es sich nicht feststellen ließ.</translation>
    </message>
    <message>
        <source>The server on which the schema is tried out in a database of its own; otherwise the project&apos;s.</source>
        <translation>Der Server, auf dem das Schema in einer eigenen Datenbank ausprobiert wird; sonst der des Projekts.</translation>
    </message>
    <message>
        <source>The database is what the schema says.</source>
        <translation>Die Datenbank ist, was das Schema sagt.</translation>
    </message>
    <message>
        <source>There is no migration &apos;%1&apos;.</source>
        <translation>Eine Migration „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The last one is %1.</source>
        <translation>Die letzte ist %1.</translation>
    </message>
    <message>
        <source>Takes a migration out of the folder: its SQL, its snapshot and its place in the journal. Databases stay as they are.</source>
        <translation>Nimmt eine Migration aus dem Ordner: ihr SQL, ihren Schnappschuss und ihren Platz im Journal. Datenbanken bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The migration; without it the terminal offers all.</source>
        <translation>Die Migration; ohne sie bietet das Terminal alle an.</translation>
    </message>
    <message>
        <source>The same as an option.</source>
        <translation>Dasselbe als Option.</translation>
    </message>
    <message>
        <source>Which migration is to be dropped?</source>
        <translation>Welche Migration soll verworfen werden?</translation>
    </message>
    <message>
        <source>Name it with --tag, or run it in a terminal. The last one is %1.</source>
        <translation>Mit --tag nennen oder in einem Terminal ausführen. Die letzte ist %1.</translation>
    </message>
    <message>
        <source>Prints the SQL that makes the project&apos;s schema in an empty database.</source>
        <translation>Gibt das SQL aus, das das Schema des Projekts in einer leeren Datenbank anlegt.</translation>
    </message>
    <message>
        <source>Print SQL; there is no other format.</source>
        <translation>SQL ausgeben; ein anderes Format gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no other format than SQL.</source>
        <translation>Ein anderes Format als SQL gibt es nicht.</translation>
    </message>
    <message>
        <source>The migration&apos;s name; without it two words are made up.</source>
        <translation>Der Name der Migration; ohne ihn werden zwei Wörter erfunden.</translation>
    </message>
    <message>
        <source>An empty migration, for SQL written by hand.</source>
        <translation>Eine leere Migration, für SQL von Hand.</translation>
    </message>
    <message>
        <source>How file names begin, unless the configuration has &apos;migrations&apos;.</source>
        <translation>Wie Dateinamen beginnen, wenn in der Konfiguration „migrations“ fehlt.</translation>
    </message>
    <message>
        <source>What is printed; with json no question is asked at the terminal.</source>
        <translation>Was ausgegeben wird; mit json wird am Terminal nichts gefragt.</translation>
    </message>
    <message>
        <source>Write SQL that does no harm when it is run again.</source>
        <translation>SQL schreiben, das bei erneutem Ausführen nicht schadet.</translation>
    </message>
    <message>
        <source>Begin files with a comment: migration, time, description.</source>
        <translation>Dateien mit einem Kommentar beginnen: Migration, Zeit, Beschreibung.</translation>
    </message>
    <message>
        <source>Write the way back, too, into NAME.down.sql.</source>
        <translation>Auch den Rückweg schreiben, in NAME.down.sql.</translation>
    </message>
    <message>
        <source>Writes a migration from what the project&apos;s schema says now, and the migrations so far.</source>
        <translation>Schreibt eine Migration aus dem, was das Schema des Projekts jetzt sagt, und den bisherigen Migrationen.</translation>
    </message>
    <message>
        <source>writes the next migration of a Drizzle project</source>
        <translation>schreibt die nächste Migration eines Drizzle-Projekts</translation>
    </message>
    <message>
        <source>says what is wrong with a folder of migrations, and mends it</source>
        <translation>sagt, was an einem Ordner mit Migrationen nicht stimmt, und behebt es</translation>
    </message>
    <message>
        <source>brings the snapshots of a folder to the newest version</source>
        <translation>bringt die Schnappschüsse eines Ordners auf die neueste Version</translation>
    </message>
    <message>
        <source>takes a migration out of a folder</source>
        <translation>nimmt eine Migration aus einem Ordner</translation>
    </message>
    <message>
        <source>prints the SQL that makes a Drizzle project&apos;s schema</source>
        <translation>gibt das SQL aus, das das Schema eines Drizzle-Projekts anlegt</translation>
    </message>
    <message>
        <source>writes a database as the schema of a Drizzle project</source>
        <translation>schreibt eine Datenbank als Schema eines Drizzle-Projekts</translation>
    </message>
    <message>
        <source>what a database lacks to be what a Drizzle project&apos;s schema says</source>
        <translation>was einer Datenbank zu dem fehlt, was das Schema eines Drizzle-Projekts sagt</translation>
    </message>
    <message>
        <source>The project&apos;s configuration; without it drizzle.config.ts, .js or .json.</source>
        <translation>Die Konfiguration des Projekts; ohne sie drizzle.config.ts, .js oder .json.</translation>
    </message>
    <message>
        <source>Variables for the project&apos;s files, in place of .env.</source>
        <translation>Variablen für die Dateien des Projekts, anstelle von .env.</translation>
    </message>
    <message>
        <source>the kind of database.</source>
        <translation>die Art der Datenbank.</translation>
    </message>
    <message>
        <source>the driver, which migrations do not depend on.</source>
        <translation>der Treiber, von dem Migrationen nicht abhängen.</translation>
    </message>
    <message>
        <source>what becomes of columns without a name.</source>
        <translation>was aus Spalten ohne Namen wird.</translation>
    </message>
    <message>
        <source>a file, a folder or a pattern.</source>
        <translation>eine Datei, ein Ordner oder ein Muster.</translation>
    </message>
    <message>
        <source>the folder of the migrations, otherwise &apos;drizzle&apos;.</source>
        <translation>der Ordner der Migrationen, sonst „drizzle“.</translation>
    </message>
    <message>
        <source>Without a configuration: marks between statements; --breakpoints=false leaves them out.</source>
        <translation>Ohne Konfiguration: Marken zwischen Anweisungen; --breakpoints=false lässt sie weg.</translation>
    </message>
    <message>
        <source>how columns are called in TypeScript.</source>
        <translation>wie Spalten in TypeScript heißen.</translation>
    </message>
    <message>
        <source>Name the project&apos;s configuration with --config, or see &apos;squall %1 --help&apos; for the options that take its place.</source>
        <translation>Die Konfiguration des Projekts mit --config nennen; „squall %1 --help“ zeigt die Optionen, die sie ersetzen.</translation>
    </message>
    <message>
        <source>What TypeScript cannot say is in %1.</source>
        <translation>Was TypeScript nicht sagen kann, steht in %1.</translation>
    </message>
    <message>
        <source>What was there before is kept as %1.</source>
        <translation>Was vorher dort war, liegt nun als %1 daneben.</translation>
    </message>
    <message>
        <source>Writes a database as the schema of a Drizzle project: schema.ts, relations.ts, and in comments the first migration.</source>
        <translation>Schreibt eine Datenbank als Schema eines Drizzle-Projekts: schema.ts, relations.ts und, auskommentiert, die erste Migration.</translation>
    </message>
    <message>
        <source>Either --hints or --hints-file, not both.</source>
        <translation>Entweder --hints oder --hints-file, nicht beides.</translation>
    </message>
    <message>
        <source>Line %1, column %2.</source>
        <translation>Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>Answers to questions about renames: [{&quot;type&quot;: &quot;rename&quot;, &quot;kind&quot;: &quot;column&quot;, &quot;from&quot;: [&quot;public&quot;, &quot;users&quot;, &quot;name&quot;], &quot;to&quot;: [&quot;public&quot;, &quot;users&quot;, &quot;title&quot;]}, {&quot;type&quot;: &quot;create&quot;, &quot;kind&quot;: &quot;table&quot;, &quot;entity&quot;: [&quot;public&quot;, &quot;posts&quot;]}].</source>
        <translation>Antworten auf Fragen nach Umbenennungen: [{&quot;type&quot;: &quot;rename&quot;, &quot;kind&quot;: &quot;column&quot;, &quot;from&quot;: [&quot;public&quot;, &quot;users&quot;, &quot;name&quot;], &quot;to&quot;: [&quot;public&quot;, &quot;users&quot;, &quot;title&quot;]}, {&quot;type&quot;: &quot;create&quot;, &quot;kind&quot;: &quot;table&quot;, &quot;entity&quot;: [&quot;public&quot;, &quot;posts&quot;]}].</translation>
    </message>
    <message>
        <source>The same from a file.</source>
        <translation>Dasselbe aus einer Datei.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>It is not known what was renamed.</source>
        <translation>Es ist nicht bekannt, was umbenannt wurde.</translation>
    </message>
    <message>
        <source>Answer with --hints or --hints-file, or run it in a terminal.</source>
        <translation>Mit --hints oder --hints-file antworten, oder in einem Terminal ausführen.</translation>
    </message>
    <message>
        <source>Brings snapshots of older versions to the one that is written now.</source>
        <translation>Bringt Schnappschüsse älterer Versionen auf die, die jetzt geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle</name>
    <message>
        <source>Made anew, because %2 changes: %1</source>
        <translation>Neu angelegt, weil %2 sich ändert: %1</translation>
    </message>
    <message>
        <source>CONCURRENTLY does not work inside the transaction of a migration: %1</source>
        <translation>CONCURRENTLY geht nicht in der Transaktion einer Migration: %1</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would rename it and lose its other changes.</source>
        <translation>%1: drizzle-kit würde es umbenennen und die anderen Änderungen verlieren.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit takes serial for a type, which fails or leaves its sequence.</source>
        <translation>%1: drizzle-kit hält serial für einen Typ; das scheitert oder lässt die Sequenz zurück.</translation>
    </message>
    <message>
        <source>%1: no cast leads to its new type; drizzle-kit would write no USING.</source>
        <translation>%1: Kein Cast führt zum neuen Typ; drizzle-kit würde kein USING schreiben.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would look for its new type in a schema “undefined”.</source>
        <translation>%1: drizzle-kit würde den neuen Typ in einem Schema „undefined“ suchen.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would lose its new default.</source>
        <translation>%1: drizzle-kit würde den neuen Vorgabewert verlieren.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would give it identity while it may be NULL, which fails.</source>
        <translation>%1: drizzle-kit würde ihm eine Identität geben, solange es NULL sein darf; das scheitert.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would not double the quotes in its labels.</source>
        <translation>%1: drizzle-kit würde die Anführungszeichen in den Werten nicht verdoppeln.</translation>
    </message>
    <message>
        <source>%1: a label cannot be used in the transaction that adds it; the type is made anew.</source>
        <translation>%1: Ein Wert ist in der Transaktion, die ihn anlegt, nicht verwendbar; der Typ wird neu angelegt.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would let it go on to cycle.</source>
        <translation>%1: drizzle-kit würde sie weiter von vorn beginnen lassen.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would cut it off at its semicolon or dashes.</source>
        <translation>%1: drizzle-kit würde es am Semikolon oder an den Strichen abschneiden.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would write its roles without quotes.</source>
        <translation>%1: drizzle-kit würde die Rollen ohne Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would keep the condition that is taken away.</source>
        <translation>%1: drizzle-kit würde die weggenommene Bedingung behalten.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would leave it to you to drop this key. It has this name unless its table was renamed.</source>
        <translation>%1: drizzle-kit überließe es Ihnen, diesen Schlüssel zu löschen. Er heißt so, wenn die Tabelle nie umbenannt wurde.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would give up on a renamed schema with a view in it.</source>
        <translation>%1: drizzle-kit gäbe bei einem umbenannten Schema mit einer Sicht auf.</translation>
    </message>
    <message>
        <source>%1: its type is spelled otherwise, behind which drizzle-kit would miss this.</source>
        <translation>%1: Der Typ ist anders geschrieben; dahinter würde drizzle-kit dies übersehen.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would take its enum for a type of PostgreSQL.</source>
        <translation>%1: drizzle-kit würde das Enum für einen Typ von PostgreSQL halten.</translation>
    </message>
    <message>
        <source>%1: drizzle-kit would not double the quotes in its default.</source>
        <translation>%1: drizzle-kit würde die Anführungszeichen im Vorgabewert nicht verdoppeln.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Collector</name>
    <message>
        <source>After what it needs, which drizzle-kit would write later: %1</source>
        <translation>Nach dem, was es braucht und drizzle-kit erst später schriebe: %1</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Config</name>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <translation>ein Text oder eine Liste von Texten</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>“%1” of the configuration has to be %2</source>
        <translation>„%1“ der Konfiguration muss %2 sein</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>The configuration does not say its “dialect”; it has to be “postgresql”</source>
        <translation>Die Konfiguration nennt keinen „dialect“; er muss „postgresql“ sein</translation>
    </message>
    <message>
        <source>The project is for another database (dialect “%1”); Squall works with PostgreSQL only</source>
        <translation>Das Projekt ist für eine andere Datenbank (Dialekt „%1“); Squall arbeitet nur mit PostgreSQL</translation>
    </message>
    <message>
        <source>“dialect” of the configuration has to be “postgresql”, not “%1”</source>
        <translation>„dialect“ der Konfiguration muss „postgresql“ sein, nicht „%1“</translation>
    </message>
    <message>
        <source>the number of a port</source>
        <translation>die Nummer eines Ports</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>an address; is the variable it is taken from set?</source>
        <translation>eine Adresse; ist die Variable gesetzt, aus der sie kommt?</translation>
    </message>
    <message>
        <source>set where there is no “url”</source>
        <translation>gesetzt, wo es keine „url“ gibt</translation>
    </message>
    <message>
        <source>The configuration is not an object</source>
        <translation>Die Konfiguration ist kein Objekt</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Evaluator</name>
    <message>
        <source>No schema file was found</source>
        <translation>Es wurde keine Schemadatei gefunden</translation>
    </message>
    <message>
        <source>This system cannot confine the schema evaluator (seccomp is missing), so nothing was run</source>
        <translation>Dieses System kann die Schemaauswertung nicht einschränken (seccomp fehlt), deshalb wurde nichts ausgeführt</translation>
    </message>
    <message>
        <source>The schema evaluator failed: %1</source>
        <translation>Die Schemaauswertung ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The schema evaluator gave no answer</source>
        <translation>Die Schemaauswertung gab keine Antwort</translation>
    </message>
    <message>
        <source>%1 is outside of the project and was not read; Squall&apos;s own drizzle-orm was</source>
        <translation>%1 liegt außerhalb des Projekts und wurde nicht gelesen, sondern Squalls eigenes drizzle-orm</translation>
    </message>
    <message>
        <source>The configuration does not say where the schema is (“schema”).</source>
        <translation>Die Konfiguration sagt nicht, wo das Schema ist („schema“).</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::EvaluatorProcess</name>
    <message>
        <source>The schema evaluator %1 could not be started: %2</source>
        <translation>Die Schemaauswertung %1 ließ sich nicht starten: %2</translation>
    </message>
    <message>
        <source>The schema evaluator&apos;s answer is too large</source>
        <translation>Die Antwort der Schemaauswertung ist zu groß</translation>
    </message>
    <message>
        <source>The project&apos;s code needs more than %1 MiB of memory; it was stopped</source>
        <translation>Der Code des Projekts braucht mehr als %1 MiB Speicher und wurde angehalten</translation>
    </message>
    <message>
        <source>The schema evaluator crashed while it ran the project&apos;s code</source>
        <translation>Die Schemaauswertung ist abgestürzt, während sie den Code des Projekts ausführte</translation>
    </message>
    <message>
        <source>The schema evaluator ended without an answer (exit code %1)</source>
        <translation>Die Schemaauswertung endete ohne Antwort (Exit-Code %1)</translation>
    </message>
    <message>
        <source>The project&apos;s code did not end within %1 s; it was stopped</source>
        <translation>Der Code des Projekts endete nicht innerhalb von %1 s und wurde angehalten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::EvaluatorWords</name>
    <message>
        <source>Move what needs it into a file that the schema does not import.</source>
        <translation>Verschieben Sie, was das braucht, in eine Datei, die das Schema nicht importiert.</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>Geben Sie einem davon einen anderen Namen.</translation>
    </message>
    <message>
        <source>Write the default as text, with sql.raw() where it is made of parts.</source>
        <translation>Schreiben Sie den Vorgabewert als Text, mit sql.raw(), wo er aus Teilen besteht.</translation>
    </message>
    <message>
        <source>A module is asked for without its name</source>
        <translation>Ein Modul wird ohne seinen Namen verlangt</translation>
    </message>
    <message>
        <source>The module “%1” of Node is not available: a schema is evaluated without files, network, processes and timers</source>
        <translation>Das Modul „%1“ von Node ist nicht verfügbar: Ein Schema wird ohne Dateien, Netz, Prozesse und Zeitgeber ausgewertet</translation>
    </message>
    <message>
        <source>“%1” of the module “%2” is not available where a schema is evaluated</source>
        <translation>„%1“ aus dem Modul „%2“ ist beim Auswerten eines Schemas nicht verfügbar</translation>
    </message>
    <message>
        <source>The module “%1” is not among those that come with Squall</source>
        <translation>Das Modul „%1“ gehört nicht zu denen, die Squall mitbringt</translation>
    </message>
    <message>
        <source>Install drizzle-orm in the project.</source>
        <translation>Installieren Sie drizzle-orm im Projekt.</translation>
    </message>
    <message>
        <source>%1 is not available where a schema is evaluated</source>
        <translation>%1 ist beim Auswerten eines Schemas nicht verfügbar</translation>
    </message>
    <message>
        <source>process.exit() was called</source>
        <translation>process.exit() wurde aufgerufen</translation>
    </message>
    <message>
        <source>Look at the condition before it: a variable may not be set.</source>
        <translation>Sehen Sie sich die Bedingung davor an: Vielleicht ist eine Variable nicht gesetzt.</translation>
    </message>
    <message>
        <source>A file that is evaluated cannot “await” outside of functions; drizzle-kit does not take it either</source>
        <translation>Eine Datei, die ausgewertet wird, darf außerhalb von Funktionen kein „await“ enthalten; auch drizzle-kit nimmt es nicht an</translation>
    </message>
    <message>
        <source>The configuration is a function; an object is expected</source>
        <translation>Die Konfiguration ist eine Funktion; erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>The configuration is not an object</source>
        <translation>Die Konfiguration ist kein Objekt</translation>
    </message>
    <message>
        <source>Export it by default: export default { … }</source>
        <translation>Exportieren Sie sie als Standard: export default { … }</translation>
    </message>
    <message>
        <source>%1 was thrown</source>
        <translation>%1 wurde geworfen</translation>
    </message>
    <message>
        <source>Something that cannot be shown was thrown</source>
        <translation>Es wurde etwas geworfen, das sich nicht zeigen lässt</translation>
    </message>
    <message>
        <source>The table “%1” has more than one unique constraint named “%2”</source>
        <translation>Die Tabelle „%1“ hat mehr als eine Eindeutigkeitsbedingung namens „%2“</translation>
    </message>
    <message>
        <source>The table “%1” has more than one check constraint named “%2”</source>
        <translation>Die Tabelle „%1“ hat mehr als eine Prüfbedingung namens „%2“</translation>
    </message>
    <message>
        <source>The table “%1” has more than one policy named “%2”</source>
        <translation>Die Tabelle „%1“ hat mehr als eine Richtlinie namens „%2“</translation>
    </message>
    <message>
        <source>More than one index of the schema “%1” is named “%2”: of “%3” and “%4”</source>
        <translation>Mehr als ein Index im Schema „%1“ heißt „%2“: von „%3“ und „%4“</translation>
    </message>
    <message>
        <source>An index of the table “%1” is made of an expression and has no name: give it one</source>
        <translation>Ein Index der Tabelle „%1“ besteht aus einem Ausdruck und hat keinen Namen: Geben Sie ihm einen</translation>
    </message>
    <message>
        <source>The index “%1” on the vector “%2” needs an operator class: .op(&apos;vector_l2_ops&apos;)</source>
        <translation>Der Index „%1“ auf dem Vektor „%2“ braucht eine Operatorklasse: .op(&apos;vector_l2_ops&apos;)</translation>
    </message>
    <message>
        <source>The default of “%1” refers to a column, which a default in SQL cannot</source>
        <translation>Der Vorgabewert von „%1“ verweist auf eine Spalte, was ein Vorgabewert in SQL nicht kann</translation>
    </message>
    <message>
        <source>The default of “%1” refers to a parameter, which a default in SQL cannot</source>
        <translation>Der Vorgabewert von „%1“ verweist auf einen Parameter, was ein Vorgabewert in SQL nicht kann</translation>
    </message>
    <message>
        <source>The default of “%1” refers to a name, which a default in SQL cannot</source>
        <translation>Der Vorgabewert von „%1“ verweist auf einen Namen, was ein Vorgabewert in SQL nicht kann</translation>
    </message>
    <message>
        <source>The view “%1” is exported more than once, or there are two of that name</source>
        <translation>Die Sicht „%1“ wird mehr als einmal exportiert, oder es gibt zwei dieses Namens</translation>
    </message>
    <message>
        <source>Export it in one of the schema&apos;s files only.</source>
        <translation>Exportieren Sie sie nur in einer der Dateien des Schemas.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Generation</name>
    <message>
        <source>The last snapshot cannot be read, so nobody knows what has changed.</source>
        <translation>Der letzte Schnappschuss lässt sich nicht lesen; so weiß niemand, was sich geändert hat.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Hints</name>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>This has to be %1.</source>
        <translation>Hier muss %1 stehen.</translation>
    </message>
    <message>
        <source>A hint is an object with “type” and “kind”.</source>
        <translation>Ein Hinweis ist ein Objekt mit „type“ und „kind“.</translation>
    </message>
    <message>
        <source>“type” has to be one of rename, create, confirm_data_loss.</source>
        <translation>„type“ muss rename, create oder confirm_data_loss sein.</translation>
    </message>
    <message>
        <source>“kind” has to be one of schema, role, table, enum, sequence, view, column, policy.</source>
        <translation>„kind“ muss schema, role, table, enum, sequence, view, column oder policy sein.</translation>
    </message>
    <message>
        <source>A hint of this type has no “%1”.</source>
        <translation>Ein Hinweis dieser Art hat kein „%1“.</translation>
    </message>
    <message>
        <source>Hints are a list: [{&quot;type&quot;: …}, …].</source>
        <translation>Hinweise sind eine Liste: [{&quot;type&quot;: …}, …].</translation>
    </message>
    <message>
        <source>$[%1].from: “%2” is none of those that are gone.</source>
        <translation>$[%1].from: „%2“ gehört nicht zu dem, was verschwunden ist.</translation>
    </message>
    <message>
        <source>“%1” may have been: %2.</source>
        <translation>„%1“ kann gewesen sein: %2.</translation>
    </message>
    <message>
        <source>$[%1] answers nothing that was asked: %2 %3.</source>
        <translation>$[%1] beantwortet nichts, was gefragt wurde: %2 %3.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::History</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>There are migrations, but no %1 that says their order.</source>
        <translation>Es gibt Migrationen, aber kein %1, das ihre Reihenfolge festhält.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is of a %2 database.</source>
        <translation>%1 gehört zu einer %2-Datenbank.</translation>
    </message>
    <message>
        <source>%1 has the number of %2 in the journal.</source>
        <translation>%1 hat im Journal dieselbe Nummer wie %2.</translation>
    </message>
    <message>
        <source>%1 stands in the journal twice.</source>
        <translation>%1 steht zweimal im Journal.</translation>
    </message>
    <message>
        <source>%1 stands in the journal and is not there.</source>
        <translation>%1 steht im Journal, fehlt aber.</translation>
    </message>
    <message>
        <source>%1 does not stand in the journal, so it is never run.</source>
        <translation>%1 steht nicht im Journal und wird daher nie ausgeführt.</translation>
    </message>
    <message>
        <source>%1 is not later than %2 in the journal. Where that one is applied, this one is passed over without a word.</source>
        <translation>%1 liegt im Journal nicht nach %2. Wo jene angewandt ist, wird diese wortlos übergangen.</translation>
    </message>
    <message>
        <source>%1 is of version %2; version 7 is read.</source>
        <translation>%1 hat Version %2; gelesen wird Version 7.</translation>
    </message>
    <message>
        <source>%1 is of version %2, which is not known here.</source>
        <translation>%1 hat Version %2, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>%1 and %2 follow the same migration: two branches have been merged.</source>
        <translation>%1 und %2 folgen auf dieselbe Migration: Zwei Zweige wurden zusammengeführt.</translation>
    </message>
    <message>
        <source>%1 follows a migration that is not there.</source>
        <translation>%1 folgt auf eine Migration, die fehlt.</translation>
    </message>
    <message>
        <source>%2 has no snapshot (%1).</source>
        <translation>%2 hat keinen Schnappschuss (%1).</translation>
    </message>
    <message>
        <source>The folder has migrations as drizzle 1.0 lays them out. They are read, not written.</source>
        <translation>Der Ordner hat Migrationen im Aufbau von drizzle 1.0. Sie werden gelesen, nicht geschrieben.</translation>
    </message>
    <message>
        <source>Take the file from the last commit that has it whole.</source>
        <translation>Holen Sie die Datei aus dem letzten Commit, in dem sie heil ist.</translation>
    </message>
    <message>
        <source>Choose the folder of the PostgreSQL database.</source>
        <translation>Wählen Sie den Ordner der PostgreSQL-Datenbank.</translation>
    </message>
    <message>
        <source>Take the file from the commit that made it, or drop the migration.</source>
        <translation>Holen Sie die Datei aus dem Commit, der sie angelegt hat, oder verwerfen Sie die Migration.</translation>
    </message>
    <message>
        <source>Take the snapshot from the commit that made it.</source>
        <translation>Holen Sie den Schnappschuss aus dem Commit, der ihn angelegt hat.</translation>
    </message>
    <message>
        <source>Run `squall up`.</source>
        <translation>Rufen Sie `squall up` auf.</translation>
    </message>
    <message>
        <source>Use a newer version of Squall.</source>
        <translation>Verwenden Sie eine neuere Version von Squall.</translation>
    </message>
    <message>
        <source>Go on with drizzle-kit 1.0 in this folder.</source>
        <translation>Arbeiten Sie in diesem Ordner mit drizzle-kit 1.0 weiter.</translation>
    </message>
    <message>
        <source>%1 is not the last migration: those after it stay as they are, and their snapshots keep what it did. The next `generate` will not make that again.</source>
        <translation>%1 ist nicht die letzte Migration: Die danach bleiben, wie sie sind, und ihre Schnappschüsse behalten, was sie getan hat. Das nächste `generate` macht das nicht noch einmal.</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>„%1“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be removed.</source>
        <translation>„%1“ lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>%1 belongs to no migration of the journal, so the next one would start from a schema that no migration leads to.</source>
        <translation>%1 gehört zu keiner Migration des Journals; die nächste ginge von einem Schema aus, zu dem keine Migration führt.</translation>
    </message>
    <message>
        <source>%1.sql becomes the last migration, with its snapshot.</source>
        <translation>%1.sql wird die letzte Migration, mit ihrem Schnappschuss.</translation>
    </message>
    <message>
        <source>%1.sql becomes the last migration. It is taken for one that leaves the project&apos;s schema as it is.</source>
        <translation>%1.sql wird die letzte Migration. Sie gilt als eine, die das Schema des Projekts lässt, wie es ist.</translation>
    </message>
    <message>
        <source>%1 would not be the last one by name, and no prefix follows from the others.</source>
        <translation>%1 wäre dem Namen nach nicht die letzte, und aus den anderen ergibt sich kein Präfix.</translation>
    </message>
    <message>
        <source>%1 becomes %2.</source>
        <translation>%1 wird %2.</translation>
    </message>
    <message>
        <source>%1 gets number %2.</source>
        <translation>%1 bekommt die Nummer %2.</translation>
    </message>
    <message>
        <source>%1 gets a time after the one before it; a database that has it applied will run it again.</source>
        <translation>%1 bekommt eine Zeit nach der davor; eine Datenbank, die sie schon hat, führt sie noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 and what was merged before it do not go together. %2</source>
        <translation>%1 und was davor zusammengeführt wurde passen nicht zusammen. %2</translation>
    </message>
    <message>
        <source>The snapshot of %1 follows the one before it.</source>
        <translation>Der Schnappschuss von %1 folgt auf den davor.</translation>
    </message>
    <message>
        <source>%1 has git&apos;s marks of two branches that were merged.</source>
        <translation>In %1 stehen gits Marken von zwei zusammengeführten Zweigen.</translation>
    </message>
    <message>
        <source>`squall check --fix` takes both, one after the other. Leave the marks in for it.</source>
        <translation>`squall check --fix` nimmt beide, eine nach der anderen. Die Marken dafür stehen lassen.</translation>
    </message>
    <message>
        <source>`squall check --fix` numbers the migration that came later anew, with its snapshot.</source>
        <translation>`squall check --fix` nummeriert die spätere Migration neu, mit ihrem Schnappschuss.</translation>
    </message>
    <message>
        <source>`squall check --fix` takes one out where both are the same.</source>
        <translation>`squall check --fix` nimmt einen heraus, wenn beide gleich sind.</translation>
    </message>
    <message>
        <source>`squall check --fix --adopt` makes it a migration; or move it elsewhere.</source>
        <translation>`squall check --fix --adopt` macht eine Migration daraus; oder sie anderswohin legen.</translation>
    </message>
    <message>
        <source>`squall check --fix` links it to the one before it.</source>
        <translation>`squall check --fix` verbindet ihn mit dem davor.</translation>
    </message>
    <message>
        <source>A `generate` may have been stopped: adopt its SQL file with `squall check --fix --adopt`, or remove both.</source>
        <translation>Vielleicht wurde ein `generate` abgebrochen: seine SQL-Datei mit `squall check --fix --adopt` übernehmen oder beide entfernen.</translation>
    </message>
    <message>
        <source>%1 gets a snapshot of the project&apos;s schema, to which its SQL leads.</source>
        <translation>%1 bekommt einen Schnappschuss vom Schema des Projekts, zu dem ihr SQL führt.</translation>
    </message>
    <message>
        <source>%1 gets the migrations of both branches.</source>
        <translation>%1 bekommt die Migrationen beider Zweige.</translation>
    </message>
    <message>
        <source>%1 stands in the journal once.</source>
        <translation>%1 steht im Journal nur noch einmal.</translation>
    </message>
    <message>
        <source>%1 stands in the journal twice, in different ways.</source>
        <translation>%1 steht zweimal im Journal, verschieden.</translation>
    </message>
    <message>
        <source>Two snapshots have the same id; one of them is %1.</source>
        <translation>Zwei Schnappschüsse haben dieselbe id; einer davon ist %1.</translation>
    </message>
    <message>
        <source>%1 has no snapshot (%2).</source>
        <translation>%1 hat keinen Schnappschuss (%2).</translation>
    </message>
    <message>
        <source>%1 and another migration had snapshots of one name (%2), and only one is left. Merge again and leave git&apos;s marks in that file: both are read then.</source>
        <translation>%1 und eine andere Migration hatten Schnappschüsse eines Namens (%2), und nur einer ist noch da. Noch einmal zusammenführen und gits Marken in der Datei lassen: Dann werden beide gelesen.</translation>
    </message>
    <message>
        <source>A snapshot cannot be read.</source>
        <translation>Ein Schnappschuss lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Both branches changed %1.</source>
        <translation>Beide Zweige haben %1 geändert.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Journal</name>
    <message>
        <source>An entry without a “tag” leads to no file.</source>
        <translation>Ein Eintrag ohne „tag“ führt zu keiner Datei.</translation>
    </message>
    <message>
        <source>Without a “when” nobody knows whether “%1” is applied.</source>
        <translation>Ohne „when“ weiß niemand, ob „%1“ angewandt ist.</translation>
    </message>
    <message>
        <source>A journal has a list of “entries”; there is none.</source>
        <translation>Ein Journal hat eine Liste „entries“; hier fehlt sie.</translation>
    </message>
    <message>
        <source>This is no time: it counts milliseconds since 1970.</source>
        <translation>Das ist keine Zeit: Gezählt werden Millisekunden seit 1970.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::MigrationName</name>
    <message>
        <source>“%1” cannot be the name of a file.</source>
        <translation>„%1“ kann kein Dateiname sein.</translation>
    </message>
    <message>
        <source>The name is too long; %1 bytes are possible.</source>
        <translation>Der Name ist zu lang; möglich sind %1 Bytes.</translation>
    </message>
    <message>
        <source>There is a migration %1 already.</source>
        <translation>Eine Migration %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>Einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>%1 would come before %2, and the last one by name is where the next migration starts from.</source>
        <translation>%1 käme vor %2, und vom Letzten dem Namen nach geht die nächste Migration aus.</translation>
    </message>
    <message>
        <source>Keep the prefix that the migrations have so far (`migrations.prefix` of the configuration).</source>
        <translation>Das bisherige Präfix der Migrationen behalten (`migrations.prefix` der Konfiguration).</translation>
    </message>
    <message>
        <source>%1 is there already, though the journal does not know it.</source>
        <translation>%1 ist schon da, obwohl das Journal die Datei nicht kennt.</translation>
    </message>
    <message>
        <source>Give it another name, or look at it with `squall check`.</source>
        <translation>Einen anderen Namen geben, oder mit `squall check` nachsehen.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::ModuleFinder</name>
    <message>
        <source>The module “%1” cannot be found</source>
        <translation>Das Modul „%1“ ist nicht zu finden</translation>
    </message>
    <message>
        <source>%1 is neither TypeScript, JavaScript nor JSON</source>
        <translation>%1 ist weder TypeScript noch JavaScript noch JSON</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::ProjectFiles</name>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 is outside of the project: it is %2, and only files below %3 may be read</source>
        <translation>%1 liegt außerhalb des Projekts: Es ist %2, gelesen werden darf nur, was unter %3 liegt</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB</source>
        <translation>%1 ist größer als %2 MiB</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8</source>
        <translation>%1 ist kein gültiges UTF-8</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Relation</name>
    <message>
        <source>The relation “%1” does not say its columns, and neither does %2: give one of them its fields and references</source>
        <translation>Die Beziehung „%1“ nennt ihre Spalten nicht, und %2 ebenso wenig: Geben Sie einer von beiden „fields“ und „references“</translation>
    </message>
    <message>
        <source>The relation “%1” fits more than one of %2: name both sides of each</source>
        <translation>Die Beziehung „%1“ passt zu mehr als einer von %2: Benennen Sie jeweils beide Seiten</translation>
    </message>
    <message>
        <source>The relation “%1” needs as many columns on one side as on the other</source>
        <translation>Die Beziehung „%1“ braucht auf beiden Seiten gleich viele Spalten</translation>
    </message>
    <message>
        <source>The relations of “%1” cannot be read: %2</source>
        <translation>Die Beziehungen von „%1“ können nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The project has a drizzle-orm of 1.0. Its tables are read as drizzle-kit 0.31 records them: constraints without a name get one by the rules of that version</source>
        <translation>Das Projekt hat ein drizzle-orm der Version 1.0. Seine Tabellen werden so gelesen, wie drizzle-kit 0.31 sie festhält: Bedingungen ohne Namen erhalten ihn nach den Regeln jener Version</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Rules</name>
    <message>
        <source>%1 stays NOT NULL in the database, as drizzle-kit leaves it.</source>
        <translation>%1 bleibt in der Datenbank NOT NULL, wie drizzle-kit es lässt.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::Snapshot</name>
    <message>
        <source>A text in double quotes belongs here.</source>
        <translation>Hier gehört ein Text in doppelten Anführungszeichen hin.</translation>
    </message>
    <message>
        <source>“true” or “false” belongs here.</source>
        <translation>Hier gehört „true“ oder „false“ hin.</translation>
    </message>
    <message>
        <source>A list belongs here.</source>
        <translation>Hier gehört eine Liste hin.</translation>
    </message>
    <message>
        <source>An object in braces belongs here.</source>
        <translation>Hier gehört ein Objekt in geschweiften Klammern hin.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is nothing that version 7 knows.</source>
        <translation>„%1“ kennt Version 7 nicht.</translation>
    </message>
    <message>
        <source>Only %1 can stand here.</source>
        <translation>Hier kann nur %1 stehen.</translation>
    </message>
    <message>
        <source>Only snapshots of version 5 and 6 can be brought to version 7.</source>
        <translation>Nur Schnappschüsse der Versionen 5 und 6 lassen sich auf Version 7 bringen.</translation>
    </message>
    <message>
        <source>It is of version %1; of drizzle 1.0 the versions 8 and 9 are read.</source>
        <translation>Sie hat die Version %1; von drizzle 1.0 werden die Versionen 8 und 9 gelesen.</translation>
    </message>
    <message>
        <source>It is of a %1 database.</source>
        <translation>Sie gehört zu einer %1-Datenbank.</translation>
    </message>
</context>
<context>
    <name>squall::drizzle::TsConfig</name>
    <message>
        <source>%1 extends itself</source>
        <translation>%1 erweitert sich selbst</translation>
    </message>
</context>
<context>
    <name>squall::edit::ArrayValue</name>
    <message>
        <source>An array begins with “{”.</source>
        <translation>Ein Array beginnt mit „{“.</translation>
    </message>
    <message>
        <source>There is text after the array&apos;s last “}”.</source>
        <translation>Nach der letzten „}“ des Arrays steht noch Text.</translation>
    </message>
    <message>
        <source>The bounds of a dimension are written “[1:3]”.</source>
        <translation>Die Grenzen einer Dimension schreibt man „[1:3]“.</translation>
    </message>
    <message>
        <source>“=” is missing after the bounds.</source>
        <translation>Nach den Grenzen fehlt „=“.</translation>
    </message>
    <message>
        <source>A bound is a whole number.</source>
        <translation>Eine Grenze ist eine ganze Zahl.</translation>
    </message>
    <message numerus="yes">
        <source>An array has at most %n dimensions.</source>
        <translation>
            <numerusform>Ein Array hat höchstens eine Dimension.</numerusform>
            <numerusform>Ein Array hat höchstens %n Dimensionen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A “}” is missing.</source>
        <translation>Eine „}“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” or “}” belongs between elements.</source>
        <translation>Zwischen Elemente gehört „%1“ oder „}“.</translation>
    </message>
    <message>
        <source>Sub-arrays must have the same length.</source>
        <translation>Teil-Arrays müssen gleich lang sein.</translation>
    </message>
    <message>
        <source>Elements and sub-arrays cannot stand side by side.</source>
        <translation>Elemente und Teil-Arrays können nicht nebeneinander stehen.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>“%1” must stand in quotes here.</source>
        <translation>„%1“ muss hier in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>An element is missing; an empty text is written &quot;&quot;.</source>
        <translation>Ein Element fehlt; einen leeren Text schreibt man &quot;&quot;.</translation>
    </message>
    <message>
        <source>The bounds do not fit the number of elements.</source>
        <translation>Die Grenzen passen nicht zur Zahl der Elemente.</translation>
    </message>
</context>
<context>
    <name>squall::edit::Bytes</name>
    <message>
        <source>Only 0–9 and a–f are hexadecimal digits.</source>
        <translation>Nur 0–9 und a–f sind hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>A byte is two hexadecimal digits.</source>
        <translation>Ein Byte sind zwei hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>After a backslash come three octal digits or another one.</source>
        <translation>Nach einem Backslash kommen drei oktale Ziffern oder noch einer.</translation>
    </message>
</context>
<context>
    <name>squall::edit::Fault</name>
    <message>
        <source>This is no whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Must be between %1 and %2.</source>
        <translation>Muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>Must be true or false.</source>
        <translation>Muss true oder false sein.</translation>
    </message>
    <message>
        <source>This is no UUID: 32 hexadecimal digits.</source>
        <translation>Das ist keine UUID: 32 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>This is no date or time.</source>
        <translation>Das ist weder Datum noch Uhrzeit.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such time of day.</source>
        <translation>Diese Uhrzeit gibt es nicht.</translation>
    </message>
    <message>
        <source>This is no network address.</source>
        <translation>Das ist keine Netzwerkadresse.</translation>
    </message>
    <message>
        <source>Must consist of the digits 0 and 1.</source>
        <translation>Muss aus den Ziffern 0 und 1 bestehen.</translation>
    </message>
    <message>
        <source>Must be pairs of hexadecimal digits after \x.</source>
        <translation>Nach \x müssen Paare hexadezimaler Ziffern stehen.</translation>
    </message>
    <message>
        <source>Text cannot hold the character with the number zero.</source>
        <translation>Text kann das Zeichen mit der Nummer null nicht enthalten.</translation>
    </message>
    <message>
        <source>Must be one of %1.</source>
        <translation>Muss eines von diesen sein: %1.</translation>
    </message>
    <message>
        <source>The check %1 is not met: %2</source>
        <translation>Die Prüfung %1 ist nicht erfüllt: %2</translation>
    </message>
    <message>
        <source>The server computes this column.</source>
        <translation>Diese Spalte berechnet der Server.</translation>
    </message>
    <message>
        <source>Must not be NULL.</source>
        <translation>Darf nicht NULL sein.</translation>
    </message>
    <message>
        <source>Must not be NULL, and has no default.</source>
        <translation>Darf nicht NULL sein und hat keinen Vorgabewert.</translation>
    </message>
    <message>
        <source>The view computes this column.</source>
        <translation>Diese Spalte berechnet die Sicht.</translation>
    </message>
    <message>
        <source>Digits before the point: %1 at most.</source>
        <translation>Stellen vor dem Komma: höchstens %1.</translation>
    </message>
    <message>
        <source>Decimals: %1 at most, it would be rounded.</source>
        <translation>Nachkommastellen: höchstens %1, es würde gerundet.</translation>
    </message>
    <message>
        <source>Length in bits: exactly %1.</source>
        <translation>Länge in Bit: genau %1.</translation>
    </message>
    <message>
        <source>Length in bits: %1 at most.</source>
        <translation>Länge in Bit: höchstens %1.</translation>
    </message>
    <message>
        <source>Length in characters: %1 at most, it has %2.</source>
        <translation>Länge in Zeichen: höchstens %1, es sind %2.</translation>
    </message>
    <message>
        <source>Element %1: %2</source>
        <comment>number, reason</comment>
        <translation>Element %1: %2</translation>
    </message>
</context>
<context>
    <name>squall::edit::RangeValue</name>
    <message>
        <source>A range begins with “[” or “(”, or is “empty”.</source>
        <translation>Ein Bereich beginnt mit „[“ oder „(“ oder ist „empty“.</translation>
    </message>
    <message>
        <source>A range has two bounds with a comma between them.</source>
        <translation>Ein Bereich hat zwei Grenzen mit einem Komma dazwischen.</translation>
    </message>
    <message>
        <source>A range ends with “]” or “)”.</source>
        <translation>Ein Bereich endet mit „]“ oder „)“.</translation>
    </message>
    <message>
        <source>There is text after the range.</source>
        <translation>Nach dem Bereich steht noch Text.</translation>
    </message>
    <message>
        <source>A multirange begins with “{”.</source>
        <translation>Ein Multibereich beginnt mit „{“.</translation>
    </message>
    <message>
        <source>“,” or “}” belongs after a range.</source>
        <translation>Nach einem Bereich gehört „,“ oder „}“.</translation>
    </message>
    <message>
        <source>There is text after the multirange.</source>
        <translation>Nach dem Multibereich steht noch Text.</translation>
    </message>
</context>
<context>
    <name>squall::edit::RecordValue</name>
    <message>
        <source>A composite value begins with “(”.</source>
        <translation>Ein zusammengesetzter Wert beginnt mit „(“.</translation>
    </message>
    <message>
        <source>A “)” is missing.</source>
        <translation>Eine „)“ fehlt.</translation>
    </message>
    <message>
        <source>There is text after the “)”.</source>
        <translation>Nach der „)“ steht noch Text.</translation>
    </message>
</context>
<context>
    <name>squall::edit::RowKey</name>
    <message>
        <source>Nothing tells the rows of a foreign table apart.</source>
        <translation>Nichts unterscheidet die Zeilen einer Fremdtabelle.</translation>
    </message>
    <message>
        <source>Without a primary key nothing tells the rows of this table apart.</source>
        <translation>Ohne Primärschlüssel unterscheidet nichts die Zeilen dieser Tabelle.</translation>
    </message>
    <message>
        <source>The rows of a materialized view only change when it is refreshed.</source>
        <translation>Die Zeilen einer materialisierten Sicht ändern sich nur, wenn sie aufgefrischt wird.</translation>
    </message>
    <message>
        <source>This view cannot be written to: it is more than a selection from one table, and no INSTEAD OF trigger says what a change means.</source>
        <translation>In diese Sicht kann man nicht schreiben: Sie ist mehr als eine Auswahl aus einer Tabelle, und kein INSTEAD-OF-Trigger sagt, was eine Änderung bedeutet.</translation>
    </message>
    <message>
        <source>This view does not show what tells its rows apart.</source>
        <translation>Diese Sicht zeigt nicht, was ihre Zeilen unterscheidet.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>squall::edit::Statement</name>
    <message>
        <source>The table %1 has no column %2 any more.</source>
        <translation>Die Tabelle %1 hat keine Spalte %2 mehr.</translation>
    </message>
    <message>
        <source>the server computes this column.</source>
        <translation>diese Spalte berechnet der Server.</translation>
    </message>
    <message>
        <source>an identity column that is GENERATED ALWAYS cannot be changed.</source>
        <translation>eine Identitätsspalte mit GENERATED ALWAYS kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>text cannot hold the character with the number zero.</source>
        <translation>Text kann das Zeichen mit der Nummer null nicht enthalten.</translation>
    </message>
    <message>
        <source>Nothing tells a row of %1 from others.</source>
        <translation>Nichts unterscheidet eine Zeile von %1 von anderen.</translation>
    </message>
    <message>
        <source>What %1 held before it was changed was not read.</source>
        <translation>Was vor der Änderung in %1 stand, wurde nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>squall::edit::StatementOrder</name>
    <message>
        <source>Some of these changes cannot be made one after the other: in %1 each would have to come before the other because of %2.</source>
        <translation>Einige dieser Änderungen lassen sich nicht nacheinander machen: In %1 müsste wegen %2 jede vor der anderen kommen.</translation>
    </message>
    <message>
        <source>Apply a part of them first, for example with a value in between. A constraint that is DEFERRABLE would allow all at once.</source>
        <translation>Wenden Sie zuerst einen Teil davon an, zum Beispiel mit einem Wert dazwischen. Eine Bedingung, die DEFERRABLE ist, würde alle auf einmal erlauben.</translation>
    </message>
</context>
<context>
    <name>squall::explain::Hints</name>
    <message>
        <source>All of %1 is read for few of its rows: %2 of %3.</source>
        <translation>%1 wird ganz gelesen, für wenige Zeilen: %2 von %3.</translation>
    </message>
    <message>
        <source>“%1” is a foreign key without an index. It also serves deleting what it refers to.</source>
        <translation>„%1“ ist ein Fremdschlüssel ohne Index. Der hilft auch beim Löschen dessen, worauf er verweist.</translation>
    </message>
    <message>
        <source>There is an index on “%1”, and the planner did not take it: the types may differ, or the statistics be old.</source>
        <translation>Es gibt einen Index auf „%1“, und der Planer nahm ihn nicht: Die Typen sind vielleicht verschieden, oder die Statistiken alt.</translation>
    </message>
    <message>
        <source>An index leads to these rows directly.</source>
        <translation>Ein Index führt unmittelbar zu diesen Zeilen.</translation>
    </message>
    <message>
        <source>The index finds %1 rows, and the filter leaves %2 of them.</source>
        <translation>Der Index findet %1 Zeilen, und der Filter lässt %2 davon übrig.</translation>
    </message>
    <message>
        <source>An index that has the filter&apos;s columns as well finds only those.</source>
        <translation>Ein Index, der auch die Spalten des Filters hat, findet nur diese.</translation>
    </message>
    <message>
        <source>The sort did not fit into memory and went to disk: %1 kB.</source>
        <translation>Die Sortierung passte nicht in den Speicher und ging auf die Platte: %1 kB.</translation>
    </message>
    <message>
        <source>work_mem is what one sort or hash may take. Raise it for this session, not for the whole server.</source>
        <translation>work_mem ist, was eine Sortierung oder Hashtabelle nehmen darf. Erhöhen Sie es für diese Sitzung, nicht für den ganzen Server.</translation>
    </message>
    <message>
        <source>The hash table did not fit into memory: %1 batches.</source>
        <translation>Die Hashtabelle passte nicht in den Speicher: %1 Teile.</translation>
    </message>
    <message>
        <source>Each batch is written to disk and read again. work_mem is what one sort or hash may take.</source>
        <translation>Jeder Teil wird auf die Platte geschrieben und wieder gelesen. work_mem ist, was eine Sortierung oder Hashtabelle nehmen darf.</translation>
    </message>
    <message>
        <source>The bitmap was too large for memory, so %1 rows were looked at for nothing.</source>
        <translation>Die Bitmap war zu groß für den Speicher, darum wurden %1 Zeilen umsonst angesehen.</translation>
    </message>
    <message>
        <source>With more work_mem it names rows instead of pages.</source>
        <translation>Mit mehr work_mem nennt sie Zeilen statt Seiten.</translation>
    </message>
    <message>
        <source>%1 times more rows than expected: %2 instead of %3.</source>
        <translation>%1-mal mehr Zeilen als erwartet: %2 statt %3.</translation>
    </message>
    <message>
        <source>%1 times fewer rows than expected: %2 instead of %3.</source>
        <translation>%1-mal weniger Zeilen als erwartet: %2 statt %3.</translation>
    </message>
    <message>
        <source>The planner chooses by these numbers: joins and orders above may be wrong for that reason.</source>
        <translation>Der Planer wählt nach diesen Zahlen: Joins und Reihenfolgen darüber können deshalb falsch sein.</translation>
    </message>
    <message>
        <source>The columns of the condition may depend on each other, which the server learns only when told.</source>
        <translation>Die Spalten der Bedingung hängen vielleicht voneinander ab; das lernt der Server nur, wenn man es ihm sagt.</translation>
    </message>
    <message>
        <source>This subquery was executed %1 times, once for each row.</source>
        <translation>Diese Unterabfrage wurde %1-mal ausgeführt, einmal je Zeile.</translation>
    </message>
    <message>
        <source>As a join, or as LEFT JOIN LATERAL with an index on what it looks for, it is worked out once or found quickly.</source>
        <translation>Als Join, oder als LEFT JOIN LATERAL mit einem Index auf dem Gesuchten, wird sie einmal berechnet oder schnell gefunden.</translation>
    </message>
    <message>
        <source>Executed %1 times, where the planner expected %2.</source>
        <translation>%1-mal ausgeführt, wo der Planer %2 erwartete.</translation>
    </message>
    <message>
        <source>A nested loop is for few rows. With a better estimate of its outer side the planner would hash or merge.</source>
        <translation>Eine verschachtelte Schleife ist für wenige Zeilen. Mit einer besseren Schätzung ihrer äußeren Seite nähme der Planer Hash oder Merge.</translation>
    </message>
    <message>
        <source>The index alone did not do: %1 rows were looked up in the table.</source>
        <translation>Der Index allein genügte nicht: %1 Zeilen wurden in der Tabelle nachgesehen.</translation>
    </message>
    <message>
        <source>Whether a row counts stands in the table until a vacuum has been there.</source>
        <translation>Ob eine Zeile zählt, steht in der Tabelle, bis ein VACUUM dort war.</translation>
    </message>
    <message>
        <source>%1 ms of %2 ms went into compiling.</source>
        <translation>%1 ms von %2 ms gingen in das Übersetzen.</translation>
    </message>
    <message>
        <source>JIT pays off for statements that run for seconds.</source>
        <translation>JIT lohnt sich bei Anweisungen, die Sekunden laufen.</translation>
    </message>
    <message>
        <source>%1 of %2 workers were there.</source>
        <translation>%1 von %2 Arbeitern waren da.</translation>
    </message>
    <message>
        <source>Others were using them, or max_parallel_workers is low.</source>
        <translation>Andere brauchten sie, oder max_parallel_workers ist niedrig.</translation>
    </message>
    <message>
        <source>%1 has no statistics yet.</source>
        <translation>%1 hat noch keine Statistiken.</translation>
    </message>
    <message>
        <source>%1 rows of %2 have changed since its statistics were made.</source>
        <translation>%1 Zeilen von %2 haben sich geändert, seit die Statistiken entstanden.</translation>
    </message>
    <message>
        <source>The planner guesses from them how many rows a condition leaves.</source>
        <translation>Daraus schätzt der Planer, wie viele Zeilen eine Bedingung übrig lässt.</translation>
    </message>
    <message>
        <source>%1 % of the time went into “%2”, called %3 times.</source>
        <translation>%1 % der Zeit gingen in „%2“, %3-mal aufgerufen.</translation>
    </message>
    <message>
        <source>For each row %1 is searched for those that refer to it, without an index.</source>
        <translation>Für jede Zeile wird %1 nach denen durchsucht, die auf sie verweisen, ohne Index.</translation>
    </message>
</context>
<context>
    <name>squall::explain::Plan</name>
    <message>
        <source>This is no plan of EXPLAIN.</source>
        <translation>Das ist kein Plan von EXPLAIN.</translation>
    </message>
</context>
<context>
    <name>squall::migrate::Credentials</name>
    <message>
        <source>“ssl.%1” holds a certificate as text, which libpq takes from files only.</source>
        <translation>„ssl.%1“ enthält ein Zertifikat als Text; libpq nimmt es nur aus Dateien.</translation>
    </message>
    <message>
        <source>Give the database as a URL: %1.</source>
        <translation>Geben Sie die Datenbank als URL an: %1.</translation>
    </message>
    <message>
        <source>The configuration does not say where the database is (“dbCredentials”).</source>
        <translation>Die Konfiguration sagt nicht, wo die Datenbank ist („dbCredentials“).</translation>
    </message>
    <message>
        <source>The driver “%1” reaches no server that Squall could talk to.</source>
        <translation>Der Treiber „%1“ führt zu keinem Server, mit dem Squall sprechen könnte.</translation>
    </message>
</context>
<context>
    <name>squall::migrate::LiveComparison</name>
    <message>
        <source>The schema cannot be made in an empty database: %1</source>
        <translation>Das Schema lässt sich in einer leeren Datenbank nicht anlegen: %1</translation>
    </message>
</context>
<context>
    <name>squall::migrate::ScratchDatabase</name>
    <message>
        <source>Comparing takes a scratch database, and this role may not create one.</source>
        <translation>Zum Vergleichen braucht es eine Wegwerf-Datenbank, und diese Rolle darf keine anlegen.</translation>
    </message>
    <message>
        <source>Use a role with CREATEDB, or name another server for it with --scratch.</source>
        <translation>Nehmen Sie eine Rolle mit CREATEDB, oder nennen Sie mit --scratch einen anderen Server dafür.</translation>
    </message>
</context>
<context>
    <name>squall::models::CascadeLine</name>
    <message>
        <source>more than %L1 rows</source>
        <translation>mehr als %L1 Zeilen</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>counting them took too long</source>
        <translation>sie zu zählen dauerte zu lange</translation>
    </message>
    <message>
        <source>no index on (%1) finds them</source>
        <translation>kein Index auf (%1) findet sie</translation>
    </message>
    <message>
        <source>Rows may stand in the way; %1</source>
        <translation>Zeilen können im Weg stehen; %1</translation>
    </message>
    <message>
        <source>Rows may be deleted with them; %1</source>
        <translation>Zeilen können mit gelöscht werden; %1</translation>
    </message>
    <message>
        <source>Rows may be changed; %1</source>
        <translation>Zeilen können geändert werden; %1</translation>
    </message>
    <message>
        <source>1 row is deleted with them</source>
        <translation>1 Zeile wird mit gelöscht</translation>
    </message>
    <message>
        <source>%1 are deleted with them</source>
        <translation>%1 werden mit gelöscht</translation>
    </message>
    <message>
        <source>%1: %2 becomes NULL</source>
        <comment>rows, columns</comment>
        <translation>%1: %2 wird NULL</translation>
    </message>
    <message>
        <source>%1: %2 becomes its default</source>
        <comment>rows, columns</comment>
        <translation>%1: %2 wird auf die Vorgabe gesetzt</translation>
    </message>
    <message>
        <source>The server refuses, unless %1 that reference them go too</source>
        <translation>Der Server lehnt ab, sofern nicht auch %1 verschwinden, die auf sie verweisen</translation>
    </message>
    <message>
        <source>The server refuses: 1 row references them</source>
        <translation>Der Server lehnt ab: 1 Zeile verweist auf sie</translation>
    </message>
    <message>
        <source>The server refuses: %1 reference them</source>
        <translation>Der Server lehnt ab: %1 verweisen auf sie</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>table (reason)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows of table</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The server will refuse: marked rows are still referenced by %1.</source>
        <translation>Der Server wird ablehnen: Auf markierte Zeilen verweisen noch %1.</translation>
    </message>
    <message>
        <source>Deleting the marked rows also deletes %1.</source>
        <translation>Mit den markierten Zeilen werden auch %1 gelöscht.</translation>
    </message>
    <message>
        <source>Their reference becomes NULL in %1.</source>
        <translation>Der Verweis wird NULL in %1.</translation>
    </message>
    <message>
        <source>Their reference becomes the default in %1.</source>
        <translation>Der Verweis wird auf die Vorgabe gesetzt in %1.</translation>
    </message>
    <message>
        <source>Not counted: %1.</source>
        <translation>Nicht gezählt: %1.</translation>
    </message>
</context>
<context>
    <name>squall::models::CellsCopy</name>
    <message>
        <source>%L1 rows are selected; at most %L2 can be copied.</source>
        <translation>%L1 Zeilen sind ausgewählt; höchstens %L2 können kopiert werden.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Not all of these rows are loaded, and nothing says where they are. Select fewer, or go to one of them first.</source>
        <translation>Nicht alle diese Zeilen sind geladen, und nichts sagt, wo sie stehen. Wählen Sie weniger aus, oder gehen Sie zuerst zu einer von ihnen.</translation>
    </message>
</context>
<context>
    <name>squall::models::Chart</name>
    <message>
        <source>There are no rows to draw.</source>
        <translation>Es gibt keine Zeilen zu zeichnen.</translation>
    </message>
    <message>
        <source>1 row without a value is left out.</source>
        <translation>1 Zeile ohne Wert ist ausgelassen.</translation>
    </message>
    <message>
        <source>%1 rows without a value are left out.</source>
        <translation>%1 Zeilen ohne Wert sind ausgelassen.</translation>
    </message>
    <message>
        <source>There are no values to draw.</source>
        <translation>Es gibt keine Werte zu zeichnen.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows are drawn.</source>
        <translation>Gezeichnet sind die ersten %1 von %2 Zeilen.</translation>
    </message>
    <message>
        <source>The %1 rows that are read are drawn; there are more.</source>
        <translation>Gezeichnet sind die %1 gelesenen Zeilen; es gibt noch mehr.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Where several rows have the same %1, their values are added up.</source>
        <translation>Wo mehrere Zeilen dasselbe %1 haben, sind ihre Werte zusammengezählt.</translation>
    </message>
    <message>
        <source>The %1 largest of %2 series are drawn.</source>
        <translation>Gezeichnet sind die %1 größten von %2 Reihen.</translation>
    </message>
    <message>
        <source>There are more points than can be seen: of each of %1 stretches of a line, its lowest and its highest value are drawn.</source>
        <translation>Es gibt mehr Punkte, als man sehen kann: Von jedem von %1 Abschnitten einer Linie sind der kleinste und der größte Wert gezeichnet.</translation>
    </message>
    <message>
        <source>There are more points than can be seen: %1 of them, evenly picked, are drawn.</source>
        <translation>Es gibt mehr Punkte, als man sehen kann: %1 davon, gleichmäßig ausgewählt, sind gezeichnet.</translation>
    </message>
    <message>
        <source>The %1 largest of %2 are drawn.</source>
        <translation>Gezeichnet sind die %1 größten von %2.</translation>
    </message>
    <message>
        <source>A pie has no room for negative values. Bars have.</source>
        <translation>Eine Torte hat keinen Platz für negative Werte, Balken schon.</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n andere</numerusform>
            <numerusform>%n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2%)</source>
        <comment>a value, and its share</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>Liniendiagramm</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message>
        <source>Scatter chart</source>
        <translation>Punktdiagramm</translation>
    </message>
    <message>
        <source>Pie chart</source>
        <translation>Tortendiagramm</translation>
    </message>
    <message>
        <source>%1: no values.</source>
        <translation>%1: keine Werte.</translation>
    </message>
    <message>
        <source>%1: lowest %2 at %3, highest %4 at %5.</source>
        <translation>%1: kleinster Wert %2 bei %3, größter %4 bei %5.</translation>
    </message>
    <message>
        <source>%1 by %2. Points: %3.</source>
        <translation>%1 nach %2. Punkte: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n series.</source>
        <translation>
            <numerusform>%n Reihe.</numerusform>
            <numerusform>%n Reihen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::ColumnStatistics</name>
    <message>
        <source>There is no column %1 any more.</source>
        <translation>Die Spalte %1 gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>squall::models::Commit</name>
    <message>
        <source>The transaction has no number.</source>
        <translation>Die Transaktion hat keine Nummer.</translation>
    </message>
    <message>
        <source>The database is locked for changes. Nothing was changed.</source>
        <translation>Die Datenbank ist für Änderungen gesperrt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Unlock it by typing its name.</source>
        <translation>Entsperren Sie sie, indem Sie ihren Namen eingeben.</translation>
    </message>
    <message>
        <source>A new row was not inserted into %1.</source>
        <translation>Eine neue Zeile wurde nicht in %1 eingefügt.</translation>
    </message>
    <message>
        <source>A trigger or rule keeps it out.</source>
        <translation>Ein Trigger oder eine Regel hält sie fern.</translation>
    </message>
    <message>
        <source>More than one row of %1 is called %2.</source>
        <translation>Mehr als eine Zeile von %1 heißt %2.</translation>
    </message>
    <message>
        <source>The row %2 of %1 is not what it was, or not there any more.</source>
        <translation>Die Zeile %2 von %1 ist nicht mehr, was sie war, oder nicht mehr da.</translation>
    </message>
    <message>
        <source>Somebody else changed it, a trigger keeps it, or a policy hides it. Nothing of the batch was applied.</source>
        <translation>Jemand anderes hat sie geändert, ein Trigger hält sie fest, oder eine Policy verbirgt sie. Nichts von alledem wurde angewendet.</translation>
    </message>
</context>
<context>
    <name>squall::models::ConnectionTest</name>
    <message>
        <source>PostgreSQL %1 as %2, connected in %3 ms</source>
        <translation>PostgreSQL %1 als %2, verbunden in %3 ms</translation>
    </message>
</context>
<context>
    <name>squall::models::DiagramFile</name>
    <message>
        <source>there is no diagram in it</source>
        <translation>darin ist kein Diagramm</translation>
    </message>
    <message>
        <source>an entry in braces is expected</source>
        <translation>ein Eintrag in geschweiften Klammern wird erwartet</translation>
    </message>
    <message>
        <source>“%1” is not known to this version</source>
        <translation>„%1“ kennt diese Version nicht</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>“%1” is true or false</source>
        <translation>„%1“ ist true oder false</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Zeile %1: %2.</translation>
    </message>
    <message>
        <source>this is no file of diagrams: “%1” is missing</source>
        <translation>das ist keine Datei mit Diagrammen: „%1“ fehlt</translation>
    </message>
    <message>
        <source>format %1 is from another version of Squall; this one reads format %2</source>
        <translation>Format %1 ist von einer anderen Version von Squall; diese liest Format %2</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>eine Liste wird erwartet</translation>
    </message>
    <message>
        <source>a text in quotes is expected</source>
        <translation>ein Text in Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>eine ganze Zahl wird erwartet</translation>
    </message>
    <message>
        <source>%1 numbers are expected</source>
        <translation>%1 Zahlen werden erwartet</translation>
    </message>
    <message>
        <source>“%1” is no colour</source>
        <translation>„%1“ ist keine Farbe</translation>
    </message>
    <message>
        <source>as many columns on both sides are expected</source>
        <translation>auf beiden Seiten werden gleich viele Spalten erwartet</translation>
    </message>
    <message>
        <source>this relation stands there twice</source>
        <translation>diese Beziehung steht zweimal da</translation>
    </message>
    <message>
        <source>a diagram needs a name</source>
        <translation>ein Diagramm braucht einen Namen</translation>
    </message>
    <message>
        <source>the diagram “%1” stands there twice</source>
        <translation>das Diagramm „%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>“%1” is no detail</source>
        <translation>„%1“ ist kein Detail</translation>
    </message>
    <message>
        <source>the table “%1” stands there twice</source>
        <translation>die Tabelle „%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>a group without a colour</source>
        <translation>eine Gruppe ohne Farbe</translation>
    </message>
    <message>
        <source>the note “%1” stands there twice</source>
        <translation>die Notiz „%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>a note has a size</source>
        <translation>eine Notiz hat eine Größe</translation>
    </message>
</context>
<context>
    <name>squall::models::DiagramOverlay</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 Spalte</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 Spalten</translation>
    </message>
    <message>
        <source>1 reference</source>
        <translation>1 Verweis</translation>
    </message>
    <message>
        <source>%1 references</source>
        <translation>%1 Verweise</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Kreise</translation>
    </message>
    <message>
        <source>cycle %1</source>
        <translation>Kreis %1</translation>
    </message>
    <message>
        <source>part of %1</source>
        <translation>Teil von %1</translation>
    </message>
    <message>
        <source>and %1 more cycles</source>
        <translation>und %1 weitere Kreise</translation>
    </message>
    <message>
        <source>No tables refer to each other in a circle.</source>
        <translation>Keine Tabellen verweisen im Kreis aufeinander.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Never analysed: how large it is, nobody knows yet.</source>
        <translation>Nie analysiert: Wie groß sie ist, weiß noch niemand.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 on disk, without indexes</source>
        <translation>%1 auf der Platte, ohne Indexe</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 never analysed</source>
        <translation>%1 nie analysiert</translation>
    </message>
    <message>
        <source>As the planner believes, partitions included.</source>
        <translation>Wie der Planer annimmt, mit Partitionen.</translation>
    </message>
    <message>
        <source>As the planner believes, partitions included, without indexes.</source>
        <translation>Wie der Planer annimmt, mit Partitionen, ohne Indexe.</translation>
    </message>
    <message>
        <source>Every foreign key has an index.</source>
        <translation>Jeder Fremdschlüssel hat einen Index.</translation>
    </message>
    <message>
        <source>1 foreign key without one</source>
        <translation>1 Fremdschlüssel ohne Index</translation>
    </message>
    <message>
        <source>%1 foreign keys without one</source>
        <translation>%1 Fremdschlüssel ohne Index</translation>
    </message>
    <message>
        <source>in 1 table</source>
        <translation>in 1 Tabelle</translation>
    </message>
    <message>
        <source>in %1 tables</source>
        <translation>in %1 Tabellen</translation>
    </message>
    <message>
        <source>A delete in the table that is pointed to reads the other one whole.</source>
        <translation>Ein Löschen in der Tabelle, auf die gezeigt wird, liest die andere ganz.</translation>
    </message>
    <message>
        <source>%1 has no index on (%2), by which it refers to %3</source>
        <translation>%1 hat keinen Index auf (%2), womit sie auf %3 verweist</translation>
    </message>
    <message>
        <source>Missing indexes</source>
        <translation>Fehlende Indexe</translation>
    </message>
    <message>
        <source>Unused indexes</source>
        <translation>Ungenutzte Indexe</translation>
    </message>
    <message>
        <source>Reading the statistics…</source>
        <translation>Die Statistik wird gelesen …</translation>
    </message>
    <message>
        <source>This server does not count (track_counts is off).</source>
        <translation>Dieser Server zählt nicht (track_counts ist aus).</translation>
    </message>
    <message>
        <source>unused: %1, %2</source>
        <translation>ungenutzt: %1, %2</translation>
    </message>
    <message>
        <source>%1 unused</source>
        <translation>%1 ungenutzt</translation>
    </message>
    <message>
        <source>Every index was used.</source>
        <translation>Jeder Index wurde benutzt.</translation>
    </message>
    <message>
        <source>unused, %1 in %2 tables</source>
        <translation>ungenutzt, %1 in %2 Tabellen</translation>
    </message>
    <message>
        <source>Counted since %1.</source>
        <translation>Gezählt seit %1.</translation>
    </message>
    <message>
        <source>The statistics were never reset.</source>
        <translation>Die Statistik wurde nie zurückgesetzt.</translation>
    </message>
    <message>
        <source>A replica counts for itself: an index may be in use there. Those that keep a key or a constraint are not asked about.</source>
        <translation>Ein Replikat zählt für sich: Dort kann ein Index in Gebrauch sein. Nach denen, die einen Schlüssel oder ein Constraint hüten, wird nicht gefragt.</translation>
    </message>
</context>
<context>
    <name>squall::models::DiagramOverlays</name>
    <message>
        <source>There is no connection to read statistics by.</source>
        <translation>Es gibt keine Verbindung, über die die Statistik zu lesen wäre.</translation>
    </message>
    <message>
        <source>The statistics could not be read: %1</source>
        <translation>Die Statistik ließ sich nicht lesen: %1</translation>
    </message>
</context>
<context>
    <name>squall::models::DiagramProject</name>
    <message>
        <source>Somebody else has changed it.</source>
        <translation>Jemand anderes hat sie geändert.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8.</source>
        <translation>%1 ist kein UTF-8.</translation>
    </message>
    <message>
        <source>%1 cannot be read. %2</source>
        <translation>%1 kann nicht gelesen werden. %2</translation>
    </message>
</context>
<context>
    <name>squall::models::DiagramSet</name>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>A diagram needs a name.</source>
        <translation>Ein Diagramm braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a diagram of this name.</source>
        <translation>Es gibt schon ein Diagramm dieses Namens.</translation>
    </message>
</context>
<context>
    <name>squall::models::EditRules</name>
    <message>
        <source>%1 has no %2 right on %3.</source>
        <translation>%1 hat kein Recht %2 an %3.</translation>
    </message>
    <message>
        <source>%1 is generated: the server computes it.</source>
        <translation>%1 wird erzeugt: Der Server berechnet es.</translation>
    </message>
    <message>
        <source>%1 is an identity column: the server numbers it.</source>
        <translation>%1 ist eine Identitätsspalte: Der Server nummeriert sie.</translation>
    </message>
    <message>
        <source>%1 has no %2 right on the column %3.</source>
        <translation>%1 hat kein Recht %2 an der Spalte %3.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 is a materialized view: its rows come from its query.</source>
        <translation>%1 ist eine materialisierte Sicht: Ihre Zeilen kommen aus ihrer Abfrage.</translation>
    </message>
    <message>
        <source>%1 is a view: nothing tells its rows apart for certain.</source>
        <translation>%1 ist eine Sicht: Nichts unterscheidet ihre Zeilen sicher.</translation>
    </message>
    <message>
        <source>%1 is a foreign table: nothing tells its rows apart for certain.</source>
        <translation>%1 ist eine fremde Tabelle: Nichts unterscheidet ihre Zeilen sicher.</translation>
    </message>
    <message>
        <source>%1 has no primary key and no unique columns that are never null: nothing tells its rows apart.</source>
        <translation>%1 hat keinen Primärschlüssel und keine eindeutigen Spalten, die nie NULL sind: Nichts unterscheidet ihre Zeilen.</translation>
    </message>
    <message>
        <source>%1 may only read %2.</source>
        <translation>%1 darf %2 nur lesen.</translation>
    </message>
    <message>
        <source>%1 is computed by the view.</source>
        <translation>%1 wird von der Sicht berechnet.</translation>
    </message>
</context>
<context>
    <name>squall::models::EditableModel</name>
    <message>
        <source>The server follows another one and can only be read.</source>
        <translation>Der Server folgt einem anderen und lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>%1 is a production database: unlock writing before you edit.</source>
        <translation>%1 ist eine Produktionsdatenbank: Vor dem Bearbeiten ist das Schreiben freizugeben.</translation>
    </message>
    <message>
        <source>Edit 1 cell</source>
        <translation>1 Zelle ändern</translation>
    </message>
    <message>
        <source>Edit %L1 cells</source>
        <translation>%L1 Zellen ändern</translation>
    </message>
    <message>
        <source>%1 may not be NULL and has no default.</source>
        <translation>%1 darf nicht NULL sein und hat keinen Vorgabewert.</translation>
    </message>
    <message>
        <source>Clear 1 cell</source>
        <translation>1 Zelle leeren</translation>
    </message>
    <message>
        <source>Clear %L1 cells</source>
        <translation>%L1 Zellen leeren</translation>
    </message>
    <message>
        <source>What is pasted does not fit: it has %L1 rows and %L2 columns.</source>
        <translation>Was eingefügt wird, passt nicht: Es hat %L1 Zeilen und %L2 Spalten.</translation>
    </message>
    <message>
        <source>Paste 1 cell</source>
        <translation>1 Zelle einfügen</translation>
    </message>
    <message>
        <source>Paste %L1 cells</source>
        <translation>%L1 Zellen einfügen</translation>
    </message>
</context>
<context>
    <name>squall::models::EditedResultModel</name>
    <message>
        <source>The query has found no row of %1 here.</source>
        <translation>Hier hat die Abfrage keine Zeile von %1 gefunden.</translation>
    </message>
    <message>
        <source>%1 is written in another form than ISO&apos;s: what it means depends on the session.</source>
        <translation>%1 ist nicht in ISO-Form geschrieben: Was es bedeutet, hängt von der Sitzung ab.</translation>
    </message>
    <message>
        <source>The transaction in which these rows were read is still open: commit it before you edit them.</source>
        <translation>Die Transaktion, in der diese Zeilen gelesen wurden, ist noch offen: Vor dem Bearbeiten ist sie festzuschreiben.</translation>
    </message>
    <message>
        <source>The transaction in which these rows were read was rolled back: run the query again to edit what is there.</source>
        <translation>Die Transaktion, in der diese Zeilen gelesen wurden, ist zurückgerollt: Zum Bearbeiten die Abfrage noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The schema is not there yet.</source>
        <translation>Das Schema ist noch nicht da.</translation>
    </message>
    <message>
        <source>Where the columns come from could not be asked: %1</source>
        <translation>Woher die Spalten stammen, ließ sich nicht erfragen: %1</translation>
    </message>
    <message>
        <source>Where the columns come from is not known yet.</source>
        <translation>Woher die Spalten stammen, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>What is staged here is being applied.</source>
        <translation>Was hier vorgemerkt ist, wird gerade angewandt.</translation>
    </message>
    <message>
        <source>This row is to be deleted.</source>
        <translation>Diese Zeile soll gelöscht werden.</translation>
    </message>
    <message>
        <source>Revert 1 cell</source>
        <translation>1 Zelle zurücksetzen</translation>
    </message>
    <message>
        <source>Revert %L1 cells</source>
        <translation>%L1 Zellen zurücksetzen</translation>
    </message>
    <message>
        <source>Select fewer cells: %L1 of a result are changed together at most.</source>
        <translation>Weniger Zellen auswählen: Höchstens %L1 eines Ergebnisses werden zusammen geändert.</translation>
    </message>
    <message>
        <source>The rows of a result are those of its query: add and delete rows in the table.</source>
        <translation>Die Zeilen eines Ergebnisses sind die seiner Abfrage: Zeilen fügt man in der Tabelle hinzu und löscht sie dort.</translation>
    </message>
    <message>
        <source>These rows are of an earlier time: run the statement again to change what is there.</source>
        <translation>Diese Zeilen sind von früher: Führen Sie die Anweisung erneut aus, um zu ändern, was da ist.</translation>
    </message>
</context>
<context>
    <name>squall::models::EditedRowModel</name>
    <message>
        <source>The schema is not there yet.</source>
        <translation>Das Schema ist noch nicht da.</translation>
    </message>
    <message>
        <source>This row is to be deleted.</source>
        <translation>Diese Zeile soll gelöscht werden.</translation>
    </message>
    <message>
        <source>Not all of these rows are loaded. Select fewer.</source>
        <translation>Nicht alle diese Zeilen sind geladen. Weniger auswählen.</translation>
    </message>
    <message>
        <source>Paste 1 row</source>
        <translation>1 Zeile einfügen</translation>
    </message>
    <message>
        <source>Paste %L1 rows</source>
        <translation>%L1 Zeilen einfügen</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate 1 row</source>
        <translation>1 Zeile verdoppeln</translation>
    </message>
    <message>
        <source>Duplicate %L1 rows</source>
        <translation>%L1 Zeilen verdoppeln</translation>
    </message>
    <message>
        <source>Delete 1 row</source>
        <translation>1 Zeile löschen</translation>
    </message>
    <message>
        <source>Delete %L1 rows</source>
        <translation>%L1 Zeilen löschen</translation>
    </message>
    <message>
        <source>Revert 1 cell</source>
        <translation>1 Zelle zurücksetzen</translation>
    </message>
    <message>
        <source>Revert %L1 cells</source>
        <translation>%L1 Zellen zurücksetzen</translation>
    </message>
    <message>
        <source>What is staged here is being applied.</source>
        <translation>Was hier vorgemerkt ist, wird gerade angewandt.</translation>
    </message>
    <message>
        <source>Not applied, still staged: %1</source>
        <translation>Nicht angewendet, weiter vorgemerkt: %1</translation>
    </message>
    <message>
        <source>This row is being applied.</source>
        <translation>Diese Zeile wird gerade angewendet.</translation>
    </message>
</context>
<context>
    <name>squall::models::EditorSession</name>
    <message>
        <source>While the database is locked, statements are sent one by one.</source>
        <translation>Solange die Datenbank gesperrt ist, werden Anweisungen einzeln gesendet.</translation>
    </message>
    <message>
        <source>Part them by ; instead of \;</source>
        <translation>Trennen Sie sie mit ; statt \;</translation>
    </message>
</context>
<context>
    <name>squall::models::Explain</name>
    <message>
        <source>ANALYZE executes the statement, and this database is locked for writing.</source>
        <translation>ANALYZE führt die Anweisung aus, und diese Datenbank ist für das Schreiben gesperrt.</translation>
    </message>
    <message>
        <source>Its plan alone can be had, or unlock writing first.</source>
        <translation>Den Plan allein gibt es, oder geben Sie zuerst das Schreiben frei.</translation>
    </message>
</context>
<context>
    <name>squall::models::FileCopy</name>
    <message>
        <source>\copy takes a table or a query, FROM or TO, and the name of a file.</source>
        <translation>\copy braucht eine Tabelle oder Abfrage, FROM oder TO und den Namen einer Datei.</translation>
    </message>
    <message>
        <source>No program is run from here: \copy takes the name of a file.</source>
        <translation>Von hier wird kein Programm gestartet: \copy braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>\copy takes the name of a file here.</source>
        <translation>\copy braucht hier den Namen einer Datei.</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>squall::models::FilterSql</name>
    <message>
        <source>There is no column “%1” here.</source>
        <translation>Eine Spalte „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Choose at least one value.</source>
        <translation>Mindestens einen Wert wählen.</translation>
    </message>
    <message>
        <source>This needs a value.</source>
        <translation>Das braucht einen Wert.</translation>
    </message>
    <message>
        <source>This needs two values.</source>
        <translation>Das braucht zwei Werte.</translation>
    </message>
    <message>
        <source>A value cannot hold a NUL character.</source>
        <translation>Ein Wert kann kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>There is no column of text to search in.</source>
        <translation>Es gibt keine Textspalte, in der gesucht werden könnte.</translation>
    </message>
    <message>
        <source>No column here says which rows are deleted.</source>
        <translation>Keine Spalte sagt hier, welche Zeilen gelöscht sind.</translation>
    </message>
</context>
<context>
    <name>squall::models::HistoryModel</name>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>squall::models::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ } %Ln members</source>
        <translation>
            <numerusform>{ } %Ln Eintrag</numerusform>
            <numerusform>{ } %Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ ] %Ln elements</source>
        <translation>
            <numerusform>[ ] %Ln Element</numerusform>
            <numerusform>[ ] %Ln Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>squall::models::LinedJson</name>
    <message>
        <source>something follows the end</source>
        <translation>nach dem Ende folgt etwas</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Zeile %1: %2.</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>a merge conflict that nobody has resolved</source>
        <translation>ein Merge-Konflikt, den niemand gelöst hat</translation>
    </message>
    <message>
        <source>“%1” is not expected here</source>
        <translation>„%1“ wird hier nicht erwartet</translation>
    </message>
    <message>
        <source>lists in lists without end</source>
        <translation>Listen in Listen ohne Ende</translation>
    </message>
    <message>
        <source>“%1” stands there twice</source>
        <translation>„%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>a text does not end on its line</source>
        <translation>ein Text endet nicht auf seiner Zeile</translation>
    </message>
    <message>
        <source>“\%1” means nothing</source>
        <translation>„\%1“ bedeutet nichts</translation>
    </message>
    <message>
        <source>It is not UTF-8.</source>
        <translation>Das ist kein UTF-8.</translation>
    </message>
</context>
<context>
    <name>squall::models::MergeModel</name>
    <message>
        <source>%1, stands</source>
        <translation>%1, gilt</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>As you saw it</source>
        <translation>Wie Sie es sahen</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>squall::models::OpenDatabase</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>squall::models::PlanDetails</name>
    <message>
        <source>Itself</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>With all below</source>
        <translation>Mit allem darunter</translation>
    </message>
    <message>
        <source>First row after</source>
        <translation>Erste Zeile nach</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows expected</source>
        <translation>Zeilen erwartet</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Bytes a row</source>
        <translation>Bytes je Zeile</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Index condition</source>
        <translation>Indexbedingung</translation>
    </message>
    <message>
        <source>Hash condition</source>
        <translation>Hashbedingung</translation>
    </message>
    <message>
        <source>Merge condition</source>
        <translation>Mergebedingung</translation>
    </message>
    <message>
        <source>Join filter</source>
        <translation>Joinfilter</translation>
    </message>
    <message>
        <source>Removed by it</source>
        <translation>Davon verworfen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Removed by filter</source>
        <translation>Vom Filter verworfen</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>Nachprüfung</translation>
    </message>
    <message>
        <source>Removed by recheck</source>
        <translation>Von ihr verworfen</translation>
    </message>
    <message>
        <source>Rows looked up in the table</source>
        <translation>In der Tabelle nachgesehene Zeilen</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source> on disk</source>
        <translation> auf der Platte</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>From memory</source>
        <translation>Aus dem Speicher</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Made dirty</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Temporary, read</source>
        <translation>Temporär, gelesen</translation>
    </message>
    <message>
        <source>Temporary, written</source>
        <translation>Temporär, geschrieben</translation>
    </message>
    <message>
        <source>Planned, not executed: cost %1, %2 rows expected</source>
        <translation>Geplant, nicht ausgeführt: Kosten %1, %2 Zeilen erwartet</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>planned in %1</source>
        <translation>geplant in %1</translation>
    </message>
    <message>
        <source>%1 touched</source>
        <translation>%1 angefasst</translation>
    </message>
</context>
<context>
    <name>squall::models::PlanModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>million</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>Kosten %1</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>was wäre wenn</translation>
    </message>
    <message>
        <source>never executed</source>
        <translation>nie ausgeführt</translation>
    </message>
    <message>
        <source>This step is gone.</source>
        <translation>Diesen Schritt gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1, vorher: %2</translation>
    </message>
    <message>
        <source>%1 in itself, %2 with all below it; executed %3 times</source>
        <translation>%1 selbst, %2 mit allem darunter; %3-mal ausgeführt</translation>
    </message>
    <message>
        <source>%1 times more rows than expected</source>
        <translation>%1-mal mehr Zeilen als erwartet</translation>
    </message>
    <message>
        <source>%1 times fewer rows than expected</source>
        <translation>%1-mal weniger Zeilen als erwartet</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Puffer</translation>
    </message>
</context>
<context>
    <name>squall::models::PreparedReview</name>
    <message>
        <source>The table is not there any more.</source>
        <translation>Die Tabelle ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>squall::models::ProgramNames</name>
    <message>
        <source>app-side default and update</source>
        <translation>Vorgabe und Aktualisierung der Anwendung</translation>
    </message>
    <message>
        <source>app-side default</source>
        <translation>Vorgabe der Anwendung</translation>
    </message>
    <message>
        <source>app-side update</source>
        <translation>Aktualisierung der Anwendung</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a member of a program, a place in a file</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>The app fills it in when it inserts a row ($default); the database does not.</source>
        <translation>Die Anwendung füllt es aus, wenn sie eine Zeile einfügt ($default); die Datenbank nicht.</translation>
    </message>
    <message>
        <source>The app sets it whenever it changes a row ($onUpdate); the database does not.</source>
        <translation>Die Anwendung setzt es, wann immer sie eine Zeile ändert ($onUpdate); die Datenbank nicht.</translation>
    </message>
</context>
<context>
    <name>squall::models::ProjectPlace</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is no configuration of Drizzle.</source>
        <translation>%1 ist keine Konfiguration von Drizzle.</translation>
    </message>
    <message>
        <source>Open the folder of the project, or its drizzle.config.ts.</source>
        <translation>Öffnen Sie den Ordner des Projekts oder seine drizzle.config.ts.</translation>
    </message>
    <message>
        <source>There is no drizzle.config.ts in %1.</source>
        <translation>In %1 gibt es keine drizzle.config.ts.</translation>
    </message>
    <message>
        <source>If the configuration is called otherwise, open that file.</source>
        <translation>Heißt die Konfiguration anders, dann öffnen Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>squall::models::ProjectReading</name>
    <message>
        <source>%1: it does not say where the schema is.</source>
        <translation>%1: Dort steht nicht, wo das Schema ist.</translation>
    </message>
    <message>
        <source>%1: there is no file as “schema” names it: %2</source>
        <translation>%1: Keine Datei ist so, wie „schema“ sie nennt: %2</translation>
    </message>
    <message>
        <source>It is read again as soon as a file of the project is saved.</source>
        <translation>Es wird neu gelesen, sobald eine Datei des Projekts gespeichert wird.</translation>
    </message>
</context>
<context>
    <name>squall::models::PsqlCatalog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Constraints</translation>
    </message>
    <message>
        <source>Referenced by</source>
        <translation>Verwiesen von</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
</context>
<context>
    <name>squall::models::PsqlCommands</name>
    <message>
        <source>Open the other database in the window: Ctrl+Shift+D.</source>
        <translation>Öffnen Sie die andere Datenbank im Fenster: Strg+Umschalt+D.</translation>
    </message>
    <message>
        <source>Copy the result, or write it to a file with \copy (query) to &apos;file&apos;.</source>
        <translation>Kopieren Sie das Ergebnis oder schreiben Sie es mit \copy (Abfrage) to &apos;Datei&apos; in eine Datei.</translation>
    </message>
    <message>
        <source>Save the text with Ctrl+S.</source>
        <translation>Speichern Sie den Text mit Strg+S.</translation>
    </message>
    <message>
        <source>Nothing is run on this machine from here.</source>
        <translation>Von hier wird auf diesem Rechner nichts gestartet.</translation>
    </message>
    <message>
        <source>Names of files begin in the folder of the saved text; write the whole path.</source>
        <translation>Dateinamen beginnen im Ordner des gespeicherten Textes; schreiben Sie den ganzen Pfad.</translation>
    </message>
    <message>
        <source>This is an editor already.</source>
        <translation>Das hier ist schon ein Editor.</translation>
    </message>
    <message>
        <source>\sf shows a function&apos;s definition.</source>
        <translation>\sf zeigt die Definition einer Funktion.</translation>
    </message>
    <message>
        <source>\sv shows a view&apos;s definition.</source>
        <translation>\sv zeigt die Definition einer Sicht.</translation>
    </message>
    <message>
        <source>Select what is to be run and leave out the rest.</source>
        <translation>Wählen Sie aus, was ausgeführt werden soll, und lassen Sie den Rest weg.</translation>
    </message>
    <message>
        <source>ALTER ROLE … PASSWORD sets it.</source>
        <translation>ALTER ROLE … PASSWORD setzt es.</translation>
    </message>
    <message>
        <source>Write :name where the value goes; it is asked for.</source>
        <translation>Schreiben Sie :name, wo der Wert hingehört; nach ihm wird gefragt.</translation>
    </message>
    <message>
        <source>What was run before is in the history.</source>
        <translation>Was früher ausgeführt wurde, steht im Verlauf.</translation>
    </message>
    <message>
        <source>Group with FILTER in the query instead.</source>
        <translation>Gruppieren Sie stattdessen mit FILTER in der Abfrage.</translation>
    </message>
    <message>
        <source>\set name value makes a value that :name stands for.</source>
        <translation>\set Name Wert legt einen Wert an, für den :Name steht.</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB.</source>
        <translation>%1 ist größer als %2 MB.</translation>
    </message>
    <message>
        <source>\%1 does not write to files here.</source>
        <translation>\%1 schreibt hier nicht in Dateien.</translation>
    </message>
    <message>
        <source>\%1 is for psql only.</source>
        <translation>\%1 gibt es nur in psql.</translation>
    </message>
    <message>
        <source>There is no command \%1.</source>
        <translation>Einen Befehl \%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The statement that begins here does not end.</source>
        <translation>Die Anweisung, die hier beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>Text is UTF-8 here, whatever the database stores.</source>
        <translation>Text ist hier UTF-8, was auch immer die Datenbank speichert.</translation>
    </message>
    <message>
        <source>Times are always shown.</source>
        <translation>Zeiten werden immer gezeigt.</translation>
    </message>
    <message>
        <source>\%1 is about psql&apos;s output; rows are shown in a table here.</source>
        <translation>\%1 betrifft die Ausgabe von psql; hier stehen Zeilen in einer Tabelle.</translation>
    </message>
    <message>
        <source>Connected to “%1” on %2 as “%3”, server process %4.</source>
        <translation>Verbunden mit „%1“ auf %2 als „%3“, Serverprozess %4.</translation>
    </message>
    <message>
        <source>\i takes the name of a file.</source>
        <translation>\i braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>More than %1 files are included.</source>
        <translation>Mehr als %1 Dateien werden eingebunden.</translation>
    </message>
    <message>
        <source>\gset needs exactly one row; there are %1.</source>
        <translation>\gset braucht genau eine Zeile; es sind %1.</translation>
    </message>
    <message>
        <source>\watch takes the seconds between two runs.</source>
        <translation>\watch braucht die Sekunden zwischen zwei Läufen.</translation>
    </message>
    <message>
        <source>\watch shows what is read ahead of a long result.</source>
        <translation>\watch zeigt von einem langen Ergebnis nur, was vorausgelesen wird.</translation>
    </message>
</context>
<context>
    <name>squall::models::Quantity</name>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>duration</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>duration</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>duration</comment>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>squall::models::QueryHistory</name>
    <message>
        <source>The history could not be written: %1</source>
        <translation>Der Verlauf konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>squall::models::QueryRunner</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>The server did not stop it within a second, so the connection was closed. What ran there may still run, and take effect.</source>
        <translation>Der Server hat nicht binnen einer Sekunde angehalten, deshalb wurde die Verbindung geschlossen. Was dort lief, läuft vielleicht noch und kann wirksam werden.</translation>
    </message>
    <message>
        <source>The open transaction is lost with it.</source>
        <translation>Die offene Transaktion ist damit verloren.</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>Stopped. The transaction it was in has failed with it: roll back.</source>
        <translation>Angehalten. Die Transaktion ist damit gescheitert: zurückrollen.</translation>
    </message>
    <message>
        <source>The server did not stop it when asked, so its process was ended. Nothing that it, or its transaction, changed was kept.</source>
        <translation>Der Server hat auf Bitten nicht angehalten, deshalb wurde sein Prozess beendet. Nichts, was die Anweisung oder ihre Transaktion geändert hat, ist geblieben.</translation>
    </message>
    <message>
        <source>Something still runs here. Esc stops it.</source>
        <translation>Hier läuft noch etwas. Esc hält es an.</translation>
    </message>
    <message>
        <source>The session was closed.</source>
        <translation>Die Sitzung wurde geschlossen.</translation>
    </message>
    <message>
        <source>Something else was run, so the rest was not read.</source>
        <translation>Etwas anderes wurde ausgeführt, deshalb wurde der Rest nicht gelesen.</translation>
    </message>
    <message>
        <source>It was stopped before it began.</source>
        <translation>Es wurde angehalten, bevor es begann.</translation>
    </message>
    <message>
        <source>The connection to the database was closed.</source>
        <translation>Die Verbindung zur Datenbank wurde geschlossen.</translation>
    </message>
    <message>
        <source>Reading was stopped; the rest of the rows is not here.</source>
        <translation>Das Lesen wurde angehalten; die übrigen Zeilen sind nicht hier.</translation>
    </message>
    <message>
        <source>Nobody read on, so the rest was left with the server.</source>
        <translation>Niemand hat weitergelesen, deshalb blieb der Rest beim Server.</translation>
    </message>
    <message>
        <source>A result that is not read on holds on to what the server would otherwise clean up. It ends in %1 s.</source>
        <translation>Ein Ergebnis, das niemand weiterliest, hält fest, was der Server sonst aufräumen würde. Es endet in %1 s.</translation>
    </message>
    <message>
        <source>The connection was lost, and LISTEN with it. Run it again.</source>
        <translation>Die Verbindung ging verloren und LISTEN mit ihr. Führen Sie es erneut aus.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>channel and payload of a NOTIFY</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from server process %1</source>
        <translation>von Serverprozess %1</translation>
    </message>
    <message>
        <source>The rest was not read.</source>
        <translation>Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It was not run, and nothing of it was written.</source>
        <translation>Sie wurde nicht ausgeführt, und nichts von ihr wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Neither were %n statement(s) after it.</source>
        <translation>
            <numerusform>Auch %n Anweisung danach wurde nicht ausgeführt.</numerusform>
            <numerusform>Auch %n Anweisungen danach wurden nicht ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody decided in time.</source>
        <translation>Niemand hat rechtzeitig entschieden.</translation>
    </message>
    <message>
        <source>A statement waits for your decision here. Esc does not run it.</source>
        <translation>Hier wartet eine Anweisung auf Ihre Entscheidung. Mit Esc wird sie nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It was not committed: all of the transaction is rolled back.</source>
        <translation>Sie wurde nicht festgeschrieben: Die ganze Transaktion ist zurückgerollt.</translation>
    </message>
    <message>
        <source>It was not committed: the transaction is still open.</source>
        <translation>Sie wurde nicht festgeschrieben: Die Transaktion ist noch offen.</translation>
    </message>
</context>
<context>
    <name>squall::models::QueryWork</name>
    <message>
        <source>%1: %2</source>
        <comment>channel and payload of a NOTIFY</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from server process %1</source>
        <translation>von Serverprozess %1</translation>
    </message>
    <message>
        <source>The connection was made anew: what was set or made in the session before is gone.</source>
        <translation>Die Verbindung wurde neu aufgebaut: Was vorher in der Sitzung gesetzt oder angelegt wurde, ist weg.</translation>
    </message>
    <message>
        <source>This statement has a parameter $%1, and there is no value for it.</source>
        <translation>Diese Anweisung hat einen Parameter $%1, für den kein Wert angegeben ist.</translation>
    </message>
    <message>
        <source>Statements that are sent together cannot have parameters.</source>
        <translation>Anweisungen, die zusammen gesendet werden, können keine Parameter haben.</translation>
    </message>
    <message>
        <source>COPY FROM STDIN needs its rows on the lines after it.</source>
        <translation>COPY FROM STDIN braucht seine Zeilen gleich darunter.</translation>
    </message>
    <message>
        <source>\copy … from &apos;file&apos; reads a file on this machine.</source>
        <translation>\copy … from &apos;Datei&apos; liest eine Datei auf diesem Rechner.</translation>
    </message>
    <message>
        <source>COPY TO STDOUT gives more than is read ahead here.</source>
        <translation>COPY TO STDOUT liefert mehr, als hier vorausgelesen wird.</translation>
    </message>
    <message>
        <source>\copy … to &apos;file&apos; writes all of it to a file.</source>
        <translation>\copy … to &apos;Datei&apos; schreibt alles in eine Datei.</translation>
    </message>
    <message>
        <source>Make transactions automatic to run it.</source>
        <translation>Stellen Sie Transaktionen auf automatisch, um es auszuführen.</translation>
    </message>
    <message>
        <source>Several statements are sent as one.</source>
        <translation>Mehrere Anweisungen werden als eine gesendet.</translation>
    </message>
    <message>
        <source>When it was tried, %L1 rows were concerned; now that it ran, %L2 are.</source>
        <translation>Beim Versuch waren %L1 Zeilen betroffen; bei der Ausführung sind es %L2.</translation>
    </message>
</context>
<context>
    <name>squall::models::RecordsModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>squall::models::RelatedRows</name>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Not counted: no index on %1 (%2) helps.</source>
        <translation>Nicht gezählt: kein Index auf %1 (%2) hilft.</translation>
    </message>
    <message>
        <source>There is no such row in %1.</source>
        <translation>In %1 gibt es keine solche Zeile.</translation>
    </message>
</context>
<context>
    <name>squall::models::RelationChoice</name>
    <message>
        <source>Choose a column on both sides.</source>
        <translation>Wählen Sie auf beiden Seiten eine Spalte.</translation>
    </message>
    <message>
        <source>A column does not point to itself.</source>
        <translation>Eine Spalte zeigt nicht auf sich selbst.</translation>
    </message>
    <message>
        <source>This relation is declared already.</source>
        <translation>Diese Beziehung ist schon angegeben.</translation>
    </message>
    <message>
        <source>A foreign key says so already: %1.</source>
        <translation>Das sagt schon ein Fremdschlüssel: %1.</translation>
    </message>
    <message>
        <source>%1 is %2, and %3 is %4.</source>
        <translation>%1 ist %2, und %3 ist %4.</translation>
    </message>
</context>
<context>
    <name>squall::models::ResultOrigins</name>
    <message>
        <source>The query reads %1 more than once: which of its rows a value is of is not certain.</source>
        <translation>Die Abfrage liest %1 mehr als einmal: Zu welcher Zeile ein Wert gehört, ist nicht sicher.</translation>
    </message>
    <message>
        <source>The query does not show how it reads %1: which of its rows a value is of is not certain.</source>
        <translation>Die Abfrage zeigt nicht, wie sie %1 liest: Zu welcher Zeile ein Wert gehört, ist nicht sicher.</translation>
    </message>
    <message>
        <source>Without %1 in the result nothing tells the rows of %2 apart.</source>
        <translation>Ohne %1 im Ergebnis unterscheidet nichts die Zeilen von %2.</translation>
    </message>
    <message>
        <source>%1 is computed by the query.</source>
        <translation>%1 berechnet die Abfrage.</translation>
    </message>
    <message>
        <source>%1 is of a table that is not in the schema as it was read.</source>
        <translation>%1 gehört zu einer Tabelle, die nicht im gelesenen Schema steht.</translation>
    </message>
    <message>
        <source>%1 is a system column: the server writes it.</source>
        <translation>%1 ist eine Systemspalte: Der Server schreibt sie.</translation>
    </message>
</context>
<context>
    <name>squall::models::ResultRecord</name>
    <message>
        <source>Of the %L1 that were read, no more were kept.</source>
        <translation>Von den %L1 gelesenen wurden nicht mehr aufgehoben.</translation>
    </message>
</context>
<context>
    <name>squall::models::ReviewEntry</name>
    <message>
        <source>New row</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>every column as its default has it</source>
        <translation>jede Spalte nach ihrer Vorgabe</translation>
    </message>
</context>
<context>
    <name>squall::models::ReviewModel</name>
    <message>
        <source>%1 changed</source>
        <comment>rows</comment>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>rows</comment>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <comment>rows</comment>
        <translation>%1 entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n tables</source>
        <translation>
            <numerusform>%1 in %n Tabelle</numerusform>
            <numerusform>%1 in %n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert a row</source>
        <translation>Eine Zeile zurücksetzen</translation>
    </message>
    <message>
        <source>Stays behind. %1</source>
        <translation>Bleibt zurück. %1</translation>
    </message>
    <message>
        <source>1 row written</source>
        <translation>1 Zeile geschrieben</translation>
    </message>
    <message>
        <source>%1 rows written</source>
        <translation>%1 Zeilen geschrieben</translation>
    </message>
    <message>
        <source>Along with them</source>
        <translation>Mit ihnen</translation>
    </message>
    <message>
        <source>could not be read: %1</source>
        <translation>konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>rows that reference what is deleted</source>
        <translation>Zeilen, die auf Gelöschtes verweisen</translation>
    </message>
    <message>
        <source>%1, and rows of %2 along with them</source>
        <comment>counts, table</comment>
        <translation>%1, und mit ihnen Zeilen von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, and rows of %n tables along with them</source>
        <translation>
            <numerusform>%1, und mit ihnen Zeilen von %n Tabelle</numerusform>
            <numerusform>%1, und mit ihnen Zeilen von %n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert rows</source>
        <translation>Zeilen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>squall::models::RowFilter</name>
    <message>
        <source>This filter was written by another version, or is damaged.</source>
        <translation>Dieser Filter stammt von einer anderen Version oder ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>squall::models::RowMerges</name>
    <message>
        <source>It could not be read: %1</source>
        <translation>Sie ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Merge a row</source>
        <translation>Eine Zeile zusammenführen</translation>
    </message>
    <message>
        <source>Drop a change</source>
        <translation>Eine Änderung verwerfen</translation>
    </message>
</context>
<context>
    <name>squall::models::RowWindowModel</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>squall::models::SavedQueries</name>
    <message>
        <source>It needs a name.</source>
        <translation>Sie braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>An abbreviation has no blanks.</source>
        <translation>Ein Kürzel enthält keine Leerzeichen.</translation>
    </message>
    <message>
        <source>Another query in this folder has this name.</source>
        <translation>Eine andere Abfrage in diesem Ordner heißt so.</translation>
    </message>
    <message>
        <source>“%1” has this abbreviation.</source>
        <translation>„%1“ hat dieses Kürzel.</translation>
    </message>
    <message>
        <source>change of “%1”</source>
        <translation>Änderung von „%1“</translation>
    </message>
    <message>
        <source>saving “%1”</source>
        <translation>Speichern von „%1“</translation>
    </message>
    <message>
        <source>deletion of “%1”</source>
        <translation>Löschen von „%1“</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n queries</source>
        <translation>
            <numerusform>Löschen von %n Abfrage</numerusform>
            <numerusform>Löschen von %n Abfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>move to “%1”</source>
        <translation>Verschieben nach „%1“</translation>
    </message>
    <message>
        <source>new name of the folder “%1”</source>
        <translation>Umbenennen des Ordners „%1“</translation>
    </message>
</context>
<context>
    <name>squall::models::SchemaTree</name>
    <message>
        <source>superuser</source>
        <translation>Superuser</translation>
    </message>
    <message>
        <source>materialized</source>
        <translation>materialisiert</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>Aufzählung</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>zusammengesetzt</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
</context>
<context>
    <name>squall::models::SchemaTreeModel</name>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>Saved queries</source>
        <translation>Gespeicherte Abfragen</translation>
    </message>
</context>
<context>
    <name>squall::models::SessionState</name>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>LISTEN</source>
        <translation>LISTEN</translation>
    </message>
    <message>
        <source>prepared statements</source>
        <translation>vorbereitete Anweisungen</translation>
    </message>
    <message>
        <source>cursors</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>loaded libraries</source>
        <translation>geladene Bibliotheken</translation>
    </message>
    <message>
        <source>temporary tables</source>
        <translation>temporäre Tabellen</translation>
    </message>
    <message>
        <source>advisory locks</source>
        <translation>Advisory-Sperren</translation>
    </message>
    <message>
        <source>dblink connections</source>
        <translation>dblink-Verbindungen</translation>
    </message>
</context>
<context>
    <name>squall::models::SqlBuffers</name>
    <message>
        <source>Query %1</source>
        <translation>Abfrage %1</translation>
    </message>
</context>
<context>
    <name>squall::models::SqlFile</name>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is too large to edit: it has %2, and an editor takes up to %3.</source>
        <translation>%1 ist zu groß zum Bearbeiten: Die Datei hat %2, ein Editor nimmt bis zu %3.</translation>
    </message>
    <message>
        <source>“squall query -f” runs a file of any size.</source>
        <translation>„squall query -f“ führt eine Datei jeder Größe aus.</translation>
    </message>
    <message>
        <source>%1 is no text: it has a zero byte on line %2.</source>
        <translation>%1 ist kein Text: In Zeile %2 steht ein Nullbyte.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 (line %2); it was read as Latin-1 and is saved as that.</source>
        <translation>%1 ist kein UTF-8 (Zeile %2); die Datei wurde als Latin-1 gelesen und wird so gespeichert.</translation>
    </message>
    <message>
        <source>%1 is %2, and is saved as that.</source>
        <translation>%1 ist %2 und wird so gespeichert.</translation>
    </message>
    <message>
        <source>The text has characters that %1 does not have; %2 is UTF-8 now.</source>
        <translation>Der Text hat Zeichen, die es in %1 nicht gibt; %2 ist jetzt UTF-8.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>squall::models::StagedChanges</name>
    <message>
        <source>What you edit is not kept on disk: %1</source>
        <translation>Was bearbeitet wird, wird nicht auf die Platte geschrieben: %1</translation>
    </message>
    <message>
        <source>What was edited before could not be read: %1</source>
        <translation>Was früher bearbeitet wurde, war nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>What was edited in %1 was kept by another version of Squall and cannot be read.</source>
        <translation>Was in %1 bearbeitet wurde, hat eine andere Fassung von Squall aufgehoben und ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Edit 1 cell</source>
        <translation>1 Zelle ändern</translation>
    </message>
    <message>
        <source>The server does not know any more whether your last edits were applied. They are still staged: look at the rows before you apply them.</source>
        <translation>Der Server weiß nicht mehr, ob die letzten Änderungen angewandt wurden. Sie sind noch vorgemerkt: Vor dem Anwenden die Zeilen ansehen.</translation>
    </message>
    <message>
        <source>What this batch has done to the rows is not known.</source>
        <translation>Was dieser Stapel mit den Zeilen gemacht hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This batch was taken back already.</source>
        <translation>Dieser Stapel wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>Rows of %1 that this would take back have other edits. Apply or revert those first.</source>
        <translation>Zeilen von %1, die das zurücknähme, haben andere Änderungen. Diese zuerst anwenden oder zurücksetzen.</translation>
    </message>
    <message>
        <source>Take back what was applied</source>
        <translation>Angewandtes zurücknehmen</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 has no column %2 any more.</source>
        <translation>%1 hat keine Spalte %2 mehr.</translation>
    </message>
    <message>
        <source>The key of %1 is another one now.</source>
        <translation>Der Schlüssel von %1 ist jetzt ein anderer.</translation>
    </message>
    <message>
        <source>Another run of Squall has staged further edits on this connection. They come when that is closed, these are applied, and the connection is opened again.</source>
        <translation>Ein anderer Lauf von Squall hat auf dieser Verbindung weitere Änderungen vorgemerkt. Sie kommen, wenn er geschlossen ist, diese angewendet sind und die Verbindung neu geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>squall::models::Structure</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>with indexes</source>
        <translation>mit Indizes</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Partitioned by</source>
        <translation>Partitioniert nach</translation>
    </message>
    <message>
        <source>Partition of</source>
        <translation>Partition von</translation>
    </message>
    <message>
        <source>Row security</source>
        <translation>Zeilensicherheit</translation>
    </message>
    <message>
        <source>on, also for the owner</source>
        <translation>an, auch für den Eigentümer</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Keys and constraints</source>
        <translation>Schlüssel und Bedingungen</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Referenced by</source>
        <translation>Verwiesen von</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>Im Projekt</translation>
    </message>
    <message>
        <source>Relations of the project</source>
        <translation>Beziehungen des Projekts</translation>
    </message>
</context>
<context>
    <name>squall::models::StructureModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>squall::models::StudioProject</name>
    <message>
        <source>The project is open, but leads to no database. %1</source>
        <translation>Das Projekt ist geöffnet, führt aber zu keiner Datenbank. %1</translation>
    </message>
</context>
<context>
    <name>squall::models::TableFilter</name>
    <message>
        <source>Stopped. The rows are still those from before.</source>
        <translation>Angehalten. Es sind noch die Zeilen von vorher.</translation>
    </message>
</context>
<context>
    <name>squall::models::TextSearch</name>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>Kein regulärer Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>squall::models::ValueFile</name>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is too large for one value.</source>
        <translation>%1 ist zu groß für einen Wert.</translation>
    </message>
    <message>
        <source>It has %L1 bytes; a value can have %L2.</source>
        <translation>Die Datei hat %L1 Bytes; ein Wert kann %L2 haben.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>squall::models::VisibleCounts</name>
    <message>
        <source>Not counted: no index on %1 (%2) helps.</source>
        <translation>Nicht gezählt: kein Index auf %1 (%2) hilft.</translation>
    </message>
    <message>
        <source>Not counted: it takes too long.</source>
        <translation>Nicht gezählt: es dauert zu lange.</translation>
    </message>
</context>
<context>
    <name>squall::models::WholeRow</name>
    <message>
        <source>Nothing tells this row from others.</source>
        <translation>Nichts unterscheidet diese Zeile von anderen.</translation>
    </message>
    <message>
        <source>The row is not there any more.</source>
        <translation>Die Zeile ist nicht mehr da.</translation>
    </message>
    <message>
        <source>More than one row is called this.</source>
        <translation>Mehr als eine Zeile heißt so.</translation>
    </message>
</context>
<context>
    <name>squall::models::WholeRows</name>
    <message>
        <source>These values are larger than 256 MB together. Select fewer.</source>
        <translation>Diese Werte sind zusammen größer als 256 MB. Wählen Sie weniger aus.</translation>
    </message>
</context>
<context>
    <name>squall::models::Workbench</name>
    <message numerus="yes">
        <source>No answer within %n seconds.</source>
        <translation>
            <numerusform>Keine Antwort binnen einer Sekunde.</numerusform>
            <numerusform>Keine Antwort binnen %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is asked again from time to time; what was read is still shown.</source>
        <translation>Er wird von Zeit zu Zeit wieder gefragt; was gelesen wurde, ist weiter zu sehen.</translation>
    </message>
</context>
<context>
    <name>squall::models::WriteEffect</name>
    <message>
        <source>How many rows it changes is known only once it has run.</source>
        <translation>Wie viele Zeilen sie ändert, ist erst bekannt, wenn sie ausgeführt ist.</translation>
    </message>
    <message numerus="yes">
        <source>By the server&apos;s estimate it changes %n row(s).</source>
        <translation>
            <numerusform>Nach der Schätzung des Servers ändert sie %n Zeile.</numerusform>
            <numerusform>Nach der Schätzung des Servers ändert sie %n Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would delete all %n row(s).</source>
        <translation>
            <numerusform>Sie würde die einzige Zeile löschen (%n).</numerusform>
            <numerusform>Sie würde alle %n Zeilen löschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would write %n row(s).</source>
        <translation>
            <numerusform>Sie würde %n Zeile schreiben.</numerusform>
            <numerusform>Sie würde %n Zeilen schreiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would add or change %n row(s).</source>
        <translation>
            <numerusform>Sie würde %n Zeile hinzufügen oder ändern.</numerusform>
            <numerusform>Sie würde %n Zeilen hinzufügen oder ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would delete %n row(s).</source>
        <translation>
            <numerusform>Sie würde %n Zeile löschen.</numerusform>
            <numerusform>Sie würde %n Zeilen löschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would add, change or delete %n row(s).</source>
        <translation>
            <numerusform>Sie würde %n Zeile hinzufügen, ändern oder löschen.</numerusform>
            <numerusform>Sie würde %n Zeilen hinzufügen, ändern oder löschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would change %n row(s).</source>
        <translation>
            <numerusform>Sie würde %n Zeile ändern.</numerusform>
            <numerusform>Sie würde %n Zeilen ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n gelöscht</numerusform>
            <numerusform>%n gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more table(s)</source>
        <translation>
            <numerusform>%n weitere Tabelle</numerusform>
            <numerusform>%n weitere Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>In all, %1.</source>
        <comment>tables and their rows</comment>
        <translation>Insgesamt %1.</translation>
    </message>
</context>
<context>
    <name>squall::models::WritePreview</name>
    <message>
        <source>Only a single INSERT, UPDATE, DELETE or MERGE can be looked at before.</source>
        <translation>Nur ein einzelnes INSERT, UPDATE, DELETE oder MERGE lässt sich vorher ansehen.</translation>
    </message>
    <message>
        <source>This database is locked against writing.</source>
        <translation>Diese Datenbank ist gegen Schreiben gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it first: even what is taken back has to be written before.</source>
        <translation>Entsperren Sie sie zuerst: Auch was zurückgenommen wird, muss vorher geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>squall::models::WriteTrial</name>
    <message>
        <source>Somebody else has locked some of what it writes.</source>
        <translation>Jemand anderes hat einen Teil dessen gesperrt, was sie schreibt.</translation>
    </message>
    <message>
        <source>It takes longer than may be spent on trying it.</source>
        <translation>Der Versuch dauert länger, als er dauern darf.</translation>
    </message>
</context>
<context>
    <name>squall::observe</name>
    <message>
        <source>not found, needed for %1</source>
        <translation>nicht gefunden, nötig für %1</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>Das Paket %1 installieren.</translation>
    </message>
    <message>
        <source>PostgreSQL server programs</source>
        <translation>PostgreSQL-Serverprogramme</translation>
    </message>
    <message>
        <source>not found, needed for the demo, branches and scratch copies</source>
        <translation>nicht gefunden, nötig für die Demo, Zweige und Probekopien</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>not installed, another font stands in</source>
        <translation>nicht installiert, eine andere Schrift springt ein</translation>
    </message>
    <message>
        <source>cannot tell, there is no fc-list</source>
        <translation>unbekannt, es gibt kein fc-list</translation>
    </message>
    <message>
        <source>Keyring for passwords</source>
        <translation>Schlüsselbund für Passwörter</translation>
    </message>
    <message>
        <source>Until then passwords come from ~/.pgpass, the environment, or are asked for.</source>
        <translation>Bis dahin kommen Passwörter aus ~/.pgpass oder der Umgebung, oder sie werden erfragt.</translation>
    </message>
    <message>
        <source>there is no session bus</source>
        <translation>es gibt keinen Sitzungsbus</translation>
    </message>
    <message>
        <source>Log in to a desktop session that has a keyring.</source>
        <translation>In einer Desktopsitzung mit Schlüsselbund anmelden.</translation>
    </message>
    <message>
        <source>the session bus does not answer</source>
        <translation>der Sitzungsbus antwortet nicht</translation>
    </message>
    <message>
        <source>a secret service can be reached</source>
        <translation>ein Geheimnisdienst ist erreichbar</translation>
    </message>
    <message>
        <source>the desktop has none</source>
        <translation>der Desktop hat keinen</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>none, the window cannot open</source>
        <translation>keiner, das Fenster kann sich nicht öffnen</translation>
    </message>
    <message>
        <source>Run squall-studio in a desktop session. All of squall works without.</source>
        <translation>squall-studio in einer Desktopsitzung starten. squall selbst geht auch ohne.</translation>
    </message>
    <message>
        <source>not beside squall and not on the PATH</source>
        <translation>weder neben squall noch im PATH</translation>
    </message>
    <message>
        <source>Install Squall again, or build it with ./dev build.</source>
        <translation>Squall neu installieren oder mit ./dev build bauen.</translation>
    </message>
    <message>
        <source>Folder for tabs, history and connections</source>
        <translation>Ordner für Reiter, Verlauf und Verbindungen</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Make it writable, or set XDG_DATA_HOME to a folder that is.</source>
        <translation>Beschreibbar machen, oder XDG_DATA_HOME auf einen Ordner setzen, der es ist.</translation>
    </message>
    <message>
        <source>loading the demo</source>
        <translation>das Laden der Demo</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>tunnels</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>branches of a project</source>
        <translation>Zweige eines Projekts</translation>
    </message>
    <message>
        <source>PostgreSQL server</source>
        <translation>PostgreSQL-Server</translation>
    </message>
    <message>
        <source>Squall reads servers from version 12 on. Upgrade the server.</source>
        <translation>Squall liest Server ab Version 12. Den Server aktualisieren.</translation>
    </message>
    <message>
        <source>Newer than Squall knows; what is new in it is not shown. Look for a newer Squall.</source>
        <translation>Neuer, als Squall kennt; was daran neu ist, wird nicht gezeigt. Nach einem neueren Squall suchen.</translation>
    </message>
    <message>
        <source>SQLite, for tabs, history and connections</source>
        <translation>SQLite, für Reiter, Verlauf und Verbindungen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>PostgreSQL client library</source>
        <translation>PostgreSQL-Clientbibliothek</translation>
    </message>
    <message>
        <source>Squall needs version 14 or newer. Upgrade the package %1.</source>
        <translation>Squall braucht Version 14 oder neuer. Das Paket %1 aktualisieren.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>squall::pg</name>
    <message>
        <source>The PostgreSQL client library %1 cannot be loaded.</source>
        <translation>Die PostgreSQL-Clientbibliothek %1 lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>Das Paket %1 installieren.</translation>
    </message>
</context>
<context>
    <name>squall::pg::ConnectError</name>
    <message>
        <source>A server listens in that folder on another port: %1. Use it, for example with PGPORT or port=.</source>
        <translation>In diesem Ordner lauscht ein Server an einem anderen Port: %1. Ihn benutzen, etwa mit PGPORT oder port=.</translation>
    </message>
    <message>
        <source>No server listens in the folder %1. Start PostgreSQL, or give the folder of its socket or its host name as host.</source>
        <translation>Im Ordner %1 lauscht kein Server. PostgreSQL starten, oder als host den Ordner seines Sockets oder seinen Rechnernamen angeben.</translation>
    </message>
    <message>
        <source>Check the password and the user name %1. It may come from PGPASSWORD or ~/.pgpass. A superuser can set a new one: ALTER ROLE %1 PASSWORD &apos;…&apos;;</source>
        <translation>Passwort und Benutzername %1 prüfen. Es kann aus PGPASSWORD oder ~/.pgpass stammen. Ein Superuser kann ein neues setzen: ALTER ROLE %1 PASSWORD &apos;…&apos;;</translation>
    </message>
    <message>
        <source>The server has no rule that lets this user in without encryption: try sslmode=require. Otherwise add a line for the user, the database and your address to its pg_hba.conf and reload it.</source>
        <translation>Der Server hat keine Regel, die diesen Benutzer unverschlüsselt einlässt: sslmode=require versuchen. Sonst in seiner pg_hba.conf eine Zeile für Benutzer, Datenbank und Ihre Adresse ergänzen und sie neu laden.</translation>
    </message>
    <message>
        <source>The server has no rule that lets this user in from here: add a line for the user, the database and your address to its pg_hba.conf and reload it.</source>
        <translation>Der Server hat keine Regel, die diesen Benutzer von hier einlässt: in seiner pg_hba.conf eine Zeile für Benutzer, Datenbank und Ihre Adresse ergänzen und sie neu laden.</translation>
    </message>
    <message>
        <source>On this socket the server asks who the operating system says you are. Connect as the role of the same name, use host=localhost with a password, or change the line for %1 in pg_hba.conf from peer to scram-sha-256.</source>
        <translation>An diesem Socket fragt der Server das Betriebssystem, wer Sie sind. Als gleichnamige Rolle verbinden, host=localhost mit Passwort benutzen, oder in pg_hba.conf die Zeile für %1 von peer auf scram-sha-256 ändern.</translation>
    </message>
    <message>
        <source>The server wants a client certificate for this role: give sslcert and sslkey.</source>
        <translation>Der Server verlangt für diese Rolle ein Clientzertifikat: sslcert und sslkey angeben.</translation>
    </message>
    <message>
        <source>Check the user name %1 and how the server&apos;s pg_hba.conf lets it in. A new role is made with: createuser %1</source>
        <translation>Den Benutzernamen %1 prüfen, und wie die pg_hba.conf des Servers ihn einlässt. Eine neue Rolle entsteht mit: createuser %1</translation>
    </message>
    <message>
        <source>Check the name, or make the database: createdb %1</source>
        <translation>Den Namen prüfen oder die Datenbank anlegen: createdb %1</translation>
    </message>
    <message>
        <source>Its owner can allow it: GRANT CONNECT ON DATABASE %1 TO %2;</source>
        <translation>Der Eigentümer kann es erlauben: GRANT CONNECT ON DATABASE %1 TO %2;</translation>
    </message>
    <message>
        <source>All connections of the server are taken. Close some, raise max_connections, or put a pooler such as PgBouncer in front.</source>
        <translation>Alle Verbindungen des Servers sind belegt. Einige schließen, max_connections erhöhen, oder einen Pooler wie PgBouncer davorsetzen.</translation>
    </message>
    <message>
        <source>The server is being stopped. Try again once it has been started.</source>
        <translation>Der Server wird gerade beendet. Nach dem nächsten Start erneut versuchen.</translation>
    </message>
    <message>
        <source>The server is starting or recovering. Try again in a moment.</source>
        <translation>Der Server startet oder stellt sich wieder her. Gleich erneut versuchen.</translation>
    </message>
    <message>
        <source>Squall reads text as UTF-8 and the server has to translate to it.</source>
        <translation>Squall liest Text als UTF-8, und der Server muss ihn dahin übersetzen.</translation>
    </message>
    <message>
        <source>There is no host named %2.</source>
        <translation>Es gibt keinen Rechner namens %2.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether this machine needs a VPN or a name server to know it.</source>
        <translation>Die Schreibweise prüfen, und ob dieser Rechner ein VPN oder einen Namensserver braucht, um ihn zu kennen.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: the connection was refused.</source>
        <translation>Bei %1 antwortet nichts: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Is the server running, does it listen on this port and on more than localhost (listen_addresses), and is the port of a container published?</source>
        <translation>Läuft der Server, lauscht er an diesem Port und nicht nur an localhost (listen_addresses), und ist der Port eines Containers veröffentlicht?</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than %2.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen als %2.</translation>
    </message>
    <message>
        <source>Connect by the name in the certificate (hostaddr can hold the address), or check only who signed it: sslmode=verify-ca. If you expected this name, someone may be in between.</source>
        <translation>Unter dem Namen im Zertifikat verbinden (hostaddr kann die Adresse halten), oder nur prüfen, wer es unterschrieben hat: sslmode=verify-ca. Wenn Sie diesen Namen erwartet haben, ist vielleicht jemand dazwischen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not to be trusted.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>It has expired, or sslrootcert does not hold the authority that signed it. See which: openssl s_client -starttls postgres -connect %1</source>
        <translation>Es ist abgelaufen, oder sslrootcert enthält nicht die Stelle, die es unterschrieben hat. Was davon, sagt: openssl s_client -starttls postgres -connect %1</translation>
    </message>
    <message>
        <source>The server at %1 says that your client certificate has expired.</source>
        <translation>Der Server bei %1 sagt, dass Ihr Clientzertifikat abgelaufen ist.</translation>
    </message>
    <message>
        <source>Get a new one and give it as sslcert and sslkey.</source>
        <translation>Ein neues besorgen und als sslcert und sslkey angeben.</translation>
    </message>
    <message>
        <source>The server at %1 does not trust your client certificate.</source>
        <translation>Der Server bei %1 traut Ihrem Clientzertifikat nicht.</translation>
    </message>
    <message>
        <source>It has to be signed by an authority in the server&apos;s ssl_ca_file.</source>
        <translation>Es muss von einer Stelle aus der ssl_ca_file des Servers unterschrieben sein.</translation>
    </message>
    <message>
        <source>The server at %1 offers no encryption.</source>
        <translation>Der Server bei %1 bietet keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>Set ssl = on for the server, or accept an open connection with sslmode=prefer.</source>
        <translation>Beim Server ssl = on setzen, oder mit sslmode=prefer eine offene Verbindung hinnehmen.</translation>
    </message>
    <message>
        <source>The file of trusted certificates cannot be read.</source>
        <translation>Die Datei der vertrauten Zertifikate ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Give the certificate of the authority that signed the server&apos;s as sslrootcert.</source>
        <translation>Als sslrootcert das Zertifikat der Stelle angeben, die das des Servers unterschrieben hat.</translation>
    </message>
    <message>
        <source>The private key of the client certificate cannot be used.</source>
        <translation>Der private Schlüssel des Clientzertifikats ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>sslkey has to name a file that only you can read (chmod 600) and that belongs to sslcert.</source>
        <translation>sslkey muss eine Datei nennen, die nur Sie lesen können (chmod 600) und die zu sslcert gehört.</translation>
    </message>
    <message>
        <source>The server asks for the password of %3.</source>
        <translation>Der Server fragt nach dem Passwort von %3.</translation>
    </message>
    <message>
        <source>Give it, or put it in ~/.pgpass or PGPASSWORD.</source>
        <translation>Angeben, oder in ~/.pgpass oder PGPASSWORD hinterlegen.</translation>
    </message>
    <message>
        <source>No way leads to %1.</source>
        <translation>Zu %1 führt kein Weg.</translation>
    </message>
    <message>
        <source>Check the address, the network and the VPN.</source>
        <translation>Adresse, Netz und VPN prüfen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>A firewall may swallow the packets, or the server is overloaded. connect_timeout says how long to wait.</source>
        <translation>Vielleicht verschluckt eine Firewall die Pakete, oder der Server ist überlastet. connect_timeout sagt, wie lange gewartet wird.</translation>
    </message>
    <message>
        <source>%1 closed the connection while it was being made.</source>
        <translation>%1 hat die Verbindung beim Aufbau geschlossen.</translation>
    </message>
    <message>
        <source>The server may be stopping or out of connections, or something else listens there.</source>
        <translation>Der Server wird vielleicht beendet oder hat keine Verbindungen mehr frei, oder dort lauscht etwas anderes.</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n seconds.</source>
        <translation>
            <numerusform>%1 hat nicht binnen einer Sekunde geantwortet.</numerusform>
            <numerusform>%1 hat nicht binnen %n Sekunden geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A firewall may swallow the packets, or the server is stalled. connect_timeout says how long to wait.</source>
        <translation>Vielleicht verschluckt eine Firewall die Pakete, oder der Server hängt. connect_timeout sagt, wie lange gewartet wird.</translation>
    </message>
    <message>
        <source>There is no socket %1.</source>
        <translation>Es gibt keinen Socket %1.</translation>
    </message>
    <message>
        <source>There is no service named %1.</source>
        <translation>Es gibt keinen Dienst namens %1.</translation>
    </message>
    <message>
        <source>Services stand as [%1] in ~/.pg_service.conf or the file that PGSERVICEFILE names.</source>
        <translation>Dienste stehen als [%1] in ~/.pg_service.conf oder in der Datei, die PGSERVICEFILE nennt.</translation>
    </message>
    <message>
        <source>The password file %1 was passed over, because others than you may use it. Close it to them: chmod 600 %1</source>
        <translation>Die Passwortdatei %1 wurde übergangen, weil andere als Sie sie benutzen dürfen. Verschließen Sie sie vor ihnen: chmod 600 %1</translation>
    </message>
</context>
<context>
    <name>squall::pg::Connection</name>
    <message>
        <source>This server has: %1.</source>
        <translation>Dieser Server hat: %1.</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>Auf Wunsch angehalten.</translation>
    </message>
    <message>
        <source>The connection to the server was lost, and the open transaction with it.</source>
        <translation>Die Verbindung zum Server ging verloren, und mit ihr die offene Transaktion.</translation>
    </message>
    <message>
        <source>Nothing that the transaction changed was kept. The next statement connects again.</source>
        <translation>Nichts, was die Transaktion geändert hat, blieb erhalten. Die nächste Anweisung verbindet neu.</translation>
    </message>
    <message>
        <source>The connection to the server was lost while the transaction was ending.</source>
        <translation>Die Verbindung zum Server ging verloren, während die Transaktion endete.</translation>
    </message>
    <message>
        <source>Check whether its changes are there before repeating them. The next statement connects again.</source>
        <translation>Vor dem Wiederholen prüfen, ob ihre Änderungen da sind. Die nächste Anweisung verbindet neu.</translation>
    </message>
    <message>
        <source>The connection to the server was lost while a statement was running.</source>
        <translation>Die Verbindung zum Server ging verloren, während eine Anweisung lief.</translation>
    </message>
    <message>
        <source>If it changes something, check whether it did before repeating it. The next statement connects again.</source>
        <translation>Wenn sie etwas ändert, vor dem Wiederholen prüfen, ob sie es getan hat. Die nächste Anweisung verbindet neu.</translation>
    </message>
    <message>
        <source>A transaction is already open.</source>
        <translation>Eine Transaktion ist schon offen.</translation>
    </message>
</context>
<context>
    <name>squall::pg::ConnectionOptions</name>
    <message>
        <source>This is neither a connection URL nor a list of keywords and values.</source>
        <translation>Das ist weder eine Verbindungs-URL noch eine Liste von Schlüsselwörtern und Werten.</translation>
    </message>
    <message>
        <source>A URL looks like %1; in a password @, :, /, ?, # and % are written as %2. A list looks like %3.</source>
        <translation>Eine URL sieht so aus: %1; in einem Passwort werden @, :, /, ?, # und % als %2 geschrieben. Eine Liste sieht so aus: %3.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Connector</name>
    <message>
        <source>Connecting was stopped.</source>
        <translation>Das Verbinden wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Copy</name>
    <message>
        <source>This statement is not the COPY that was expected.</source>
        <translation>Diese Anweisung ist nicht das erwartete COPY.</translation>
    </message>
    <message>
        <source>COPY TO STDOUT sends a file, not a table of rows.</source>
        <translation>COPY TO STDOUT sendet eine Datei, keine Tabelle.</translation>
    </message>
    <message>
        <source>COPY FROM STDIN needs a file to read.</source>
        <translation>COPY FROM STDIN braucht eine Datei zum Lesen.</translation>
    </message>
    <message>
        <source>Export the table or query instead, or run it as SELECT.</source>
        <translation>Stattdessen die Tabelle oder Abfrage exportieren, oder sie als SELECT ausführen.</translation>
    </message>
    <message>
        <source>Import the file instead.</source>
        <translation>Stattdessen die Datei importieren.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Pipeline</name>
    <message>
        <source>COPY cannot be one of several statements.</source>
        <translation>COPY kann nicht eine von mehreren Anweisungen sein.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Refusal</name>
    <message>
        <source>%1 acts on other sessions.</source>
        <translation>%1 wirkt auf andere Sitzungen.</translation>
    </message>
    <message>
        <source>%1 changes the server itself or its storage.</source>
        <translation>%1 ändert den Server selbst oder seinen Speicher.</translation>
    </message>
    <message>
        <source>%1 reaches another database or machine, where being read-only means nothing.</source>
        <translation>%1 erreicht eine andere Datenbank oder einen anderen Rechner, wo „nur lesen“ nichts bedeutet.</translation>
    </message>
    <message>
        <source>%1 reads or writes files or starts programs on the server.</source>
        <translation>%1 liest oder schreibt Dateien oder startet Programme auf dem Server.</translation>
    </message>
    <message>
        <source>%1 takes effect outside of the transaction.</source>
        <translation>%1 wirkt außerhalb der Transaktion.</translation>
    </message>
    <message>
        <source>%1 can block everybody else.</source>
        <translation>%1 kann alle anderen aufhalten.</translation>
    </message>
    <message>
        <source>%1 runs a text that cannot be looked at beforehand.</source>
        <translation>%1 führt einen Text aus, der sich vorher nicht prüfen lässt.</translation>
    </message>
    <message>
        <source>This production database is locked for changes. Unlock it by typing its name, then run the statement again.</source>
        <translation>Diese Produktionsdatenbank ist gegen Änderungen gesperrt. Durch Eingeben ihres Namens entsperren, dann die Anweisung erneut ausführen.</translation>
    </message>
    <message>
        <source>%1 lasts longer than the transaction.</source>
        <translation>%1 wirkt über die Transaktion hinaus.</translation>
    </message>
    <message>
        <source>While this production database is locked, change settings with SET LOCAL, or with set_config(…, …, true), between BEGIN and COMMIT.</source>
        <translation>Solange diese Produktionsdatenbank gesperrt ist, Einstellungen mit SET LOCAL oder mit set_config(…, …, true) zwischen BEGIN und COMMIT ändern.</translation>
    </message>
    <message>
        <source>A condition is run again whenever rows are read: it may only look.</source>
        <translation>Eine Bedingung läuft bei jedem Lesen von Zeilen erneut: sie darf nur nachsehen.</translation>
    </message>
</context>
<context>
    <name>squall::pg::ServerError</name>
    <message>
        <source>Its owner can allow it: GRANT USAGE ON SCHEMA %1 TO %2;</source>
        <translation>Der Eigentümer kann es erlauben: GRANT USAGE ON SCHEMA %1 TO %2;</translation>
    </message>
    <message>
        <source>Its owner can allow it: GRANT CONNECT, CREATE ON DATABASE %1 TO %2;</source>
        <translation>Der Eigentümer kann es erlauben: GRANT CONNECT, CREATE ON DATABASE %1 TO %2;</translation>
    </message>
    <message>
        <source>Its owner can allow it: GRANT USAGE ON SEQUENCE %1 TO %2;</source>
        <translation>Der Eigentümer kann es erlauben: GRANT USAGE ON SEQUENCE %1 TO %2;</translation>
    </message>
    <message>
        <source>Its owner can allow it: GRANT EXECUTE ON FUNCTION %1 TO %2;</source>
        <translation>Der Eigentümer kann es erlauben: GRANT EXECUTE ON FUNCTION %1 TO %2;</translation>
    </message>
    <message>
        <source>Its owner can allow it: GRANT SELECT ON %1 TO %2; (or INSERT, UPDATE, DELETE)</source>
        <translation>Der Eigentümer kann es erlauben: GRANT SELECT ON %1 TO %2; (oder INSERT, UPDATE, DELETE)</translation>
    </message>
    <message>
        <source>The role %1 lacks a privilege; the owner of the object can GRANT it.</source>
        <translation>Der Rolle %1 fehlt ein Recht; der Eigentümer des Objekts kann es mit GRANT geben.</translation>
    </message>
    <message>
        <source>An earlier statement of this transaction failed. ROLLBACK, then start over.</source>
        <translation>Eine frühere Anweisung dieser Transaktion ist gescheitert. ROLLBACK, dann von vorn.</translation>
    </message>
    <message>
        <source>This transaction only reads.</source>
        <translation>Diese Transaktion liest nur.</translation>
    </message>
    <message>
        <source>The database stores text in an encoding that has no such character. Leave it out, or move the data to a database created with ENCODING &apos;UTF8&apos;.</source>
        <translation>Die Datenbank speichert Text in einer Kodierung ohne dieses Zeichen. Es weglassen, oder die Daten in eine Datenbank mit ENCODING &apos;UTF8&apos; bringen.</translation>
    </message>
    <message>
        <source>The stored or sent bytes are no valid text in that encoding. Read the column as bytes to see them: convert_to(column, getdatabaseencoding()).</source>
        <translation>Die gespeicherten oder gesendeten Bytes sind in dieser Kodierung kein gültiger Text. Als Bytes zeigt sie: convert_to(column, getdatabaseencoding()).</translation>
    </message>
    <message>
        <source>All connections of the server are taken. Close some, or raise max_connections.</source>
        <translation>Alle Verbindungen des Servers sind belegt. Einige schließen oder max_connections erhöhen.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full.</source>
        <translation>Der Datenträger des Servers ist voll.</translation>
    </message>
    <message>
        <source>Another session holds a lock on it.</source>
        <translation>Eine andere Sitzung hält eine Sperre darauf.</translation>
    </message>
    <message>
        <source>The limit is the server&apos;s setting statement_timeout.</source>
        <translation>Die Grenze ist die Servereinstellung statement_timeout.</translation>
    </message>
    <message>
        <source>Inner statement: %1</source>
        <translation>Innere Anweisung: %1</translation>
    </message>
</context>
<context>
    <name>squall::pg::Statement</name>
    <message>
        <source>PostgreSQL&apos;s text cannot hold the character with the number zero.</source>
        <translation>Text in PostgreSQL kann das Zeichen mit der Nummer null nicht enthalten.</translation>
    </message>
    <message>
        <source>Store it in a column of type bytea.</source>
        <translation>In einer Spalte vom Typ bytea speichern.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Text</name>
    <message>
        <source>… shortened; %L1 characters in all.</source>
        <translation>… gekürzt; insgesamt %L1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Transaction</name>
    <message>
        <source>A transaction is already open.</source>
        <translation>Es ist schon eine Transaktion offen.</translation>
    </message>
    <message>
        <source>The transaction had ended before all of its work was done.</source>
        <translation>Die Transaktion war zu Ende, bevor alles getan war.</translation>
    </message>
    <message>
        <source>The transaction was rolled back, because a statement in it had failed.</source>
        <translation>Die Transaktion wurde zurückgerollt, weil eine Anweisung darin gescheitert war.</translation>
    </message>
</context>
<context>
    <name>squall::pg::Wire</name>
    <message numerus="yes">
        <source>The server did not stop within %n seconds, so the connection was closed.</source>
        <translation>
            <numerusform>Der Server hielt nicht binnen einer Sekunde an, daher wurde die Verbindung geschlossen.</numerusform>
            <numerusform>Der Server hielt nicht binnen %n Sekunden an, daher wurde die Verbindung geschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was running may still be, and may take effect. The next statement connects again.</source>
        <translation>Was lief, läuft vielleicht noch und kann wirksam werden. Die nächste Anweisung verbindet neu.</translation>
    </message>
    <message>
        <source>The connection was closed without waiting for the server.</source>
        <translation>Die Verbindung wurde geschlossen, ohne auf den Server zu warten.</translation>
    </message>
</context>
<context>
    <name>squall::pg::WriteGuard</name>
    <message>
        <source>This production database is locked for changes. Unlock it by typing its name.</source>
        <translation>Diese Produktionsdatenbank ist gegen Änderungen gesperrt. Durch Eingeben ihres Namens entsperren.</translation>
    </message>
    <message>
        <source>The open transaction may write, and the time for changes is over. COMMIT or ROLLBACK.</source>
        <translation>Die offene Transaktion darf schreiben, und die Zeit für Änderungen ist um. COMMIT oder ROLLBACK.</translation>
    </message>
    <message>
        <source>The server did not make the transaction read-only.</source>
        <translation>Der Server hat die Transaktion nicht auf Lesen beschränkt.</translation>
    </message>
    <message>
        <source>The transaction began while the database was locked. ROLLBACK and begin anew.</source>
        <translation>Die Transaktion begann, als die Datenbank gesperrt war. ROLLBACK und neu beginnen.</translation>
    </message>
    <message>
        <source>In the encoding %1 a statement cannot be looked at beforehand.</source>
        <translation>In der Kodierung %1 kann eine Anweisung nicht vorab angesehen werden.</translation>
    </message>
    <message>
        <source>Only one statement can be run at a time.</source>
        <translation>Es kann immer nur eine Anweisung ausgeführt werden.</translation>
    </message>
    <message>
        <source>Run what follows the semicolon afterwards.</source>
        <translation>Was auf das Semikolon folgt, danach ausführen.</translation>
    </message>
</context>
<context>
    <name>squall::pg::WriteLock</name>
    <message>
        <source>That is not the name of the database.</source>
        <translation>Das ist nicht der Name der Datenbank.</translation>
    </message>
    <message>
        <source>Type %1 to allow changes for ten minutes.</source>
        <translation>%1 eingeben, um Änderungen für zehn Minuten zu erlauben.</translation>
    </message>
</context>
<context>
    <name>squall::server</name>
    <message>
        <source>PostgreSQL does not run as root, and there is no account to run it as.</source>
        <translation>PostgreSQL läuft nicht als root, und es gibt kein Konto, unter dem es laufen könnte.</translation>
    </message>
    <message>
        <source>Create one: useradd --system postgres</source>
        <translation>Eines anlegen: useradd --system postgres</translation>
    </message>
    <message>
        <source>The account “%1” may not enter %2.</source>
        <translation>Das Konto „%1“ darf %2 nicht betreten.</translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root, so it runs as “%1” here, which needs %2.</source>
        <translation>PostgreSQL läuft nicht als root, hier also als „%1“, und dieses Konto braucht %2.</translation>
    </message>
    <message>
        <source>Move it to a folder that others may enter, or allow it: chmod o+x %1</source>
        <translation>In einen Ordner verschieben, den andere betreten dürfen, oder es erlauben: chmod o+x %1</translation>
    </message>
    <message>
        <source>Cannot create the folder %1: %2</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>Cannot give %1 to the account “%2”: %3</source>
        <translation>%1 lässt sich dem Konto „%2“ nicht übereignen: %3</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>No PostgreSQL server programs in %1.</source>
        <translation>In %1 sind keine PostgreSQL-Serverprogramme.</translation>
    </message>
    <message>
        <source>The folder must hold initdb and postgres, both executable.</source>
        <translation>Der Ordner muss initdb und postgres enthalten, beide ausführbar.</translation>
    </message>
    <message>
        <source>No PostgreSQL server is installed.</source>
        <translation>Es ist kein PostgreSQL-Server installiert.</translation>
    </message>
    <message>
        <source>On Debian or Ubuntu: sudo apt install postgresql</source>
        <translation>Unter Debian oder Ubuntu: sudo apt install postgresql</translation>
    </message>
    <message>
        <source>A server is already running in %1.</source>
        <translation>In %1 läuft schon ein Server.</translation>
    </message>
    <message>
        <source>It is process %1; stop it first: kill -INT %1</source>
        <translation>Es ist Prozess %1; zuerst beenden: kill -INT %1</translation>
    </message>
    <message>
        <source>The private PostgreSQL %1 server did not start.</source>
        <translation>Der private Server mit PostgreSQL %1 ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The detail holds what the server wrote. Data: %1</source>
        <translation>Was der Server schrieb, steht in den Einzelheiten. Daten: %1</translation>
    </message>
</context>
<context>
    <name>squall::sql::Condition</name>
    <message>
        <source>This comment is not closed.</source>
        <translation>Dieser Kommentar ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>This quoted name is not closed.</source>
        <translation>Dieser Name in Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>This string is not closed.</source>
        <translation>Diese Zeichenkette ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A condition cannot have parameters such as %1.</source>
        <translation>Eine Bedingung kann keine Parameter wie %1 haben.</translation>
    </message>
    <message>
        <source>A condition is one expression: it cannot hold a semicolon.</source>
        <translation>Eine Bedingung ist ein einziger Ausdruck: ein Semikolon kann nicht darin stehen.</translation>
    </message>
    <message>
        <source>This bracket closes nothing.</source>
        <translation>Diese Klammer schließt nichts.</translation>
    </message>
    <message>
        <source>A condition cannot hold a NUL character.</source>
        <translation>Eine Bedingung kann kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>squall::sql::Excerpt</name>
    <message>
        <source>line %1:</source>
        <translation>Zeile %1:</translation>
    </message>
</context>
<context>
    <name>squall::sql::Lint</name>
    <message>
        <source>“&lt;&gt; NULL” is never true: use IS NOT NULL.</source>
        <translation>„&lt;&gt; NULL“ ist nie wahr: Nehmen Sie IS NOT NULL.</translation>
    </message>
    <message>
        <source>“= NULL” is never true: use IS NULL.</source>
        <translation>„= NULL“ ist nie wahr: Nehmen Sie IS NULL.</translation>
    </message>
    <message>
        <source>A comparison with NULL is never true.</source>
        <translation>Ein Vergleich mit NULL ist nie wahr.</translation>
    </message>
    <message>
        <source>WHEN NULL never matches: CASE compares with “=”.</source>
        <translation>WHEN NULL trifft nie zu: CASE vergleicht mit „=“.</translation>
    </message>
    <message>
        <source>With NULL in the list this is never true.</source>
        <translation>Mit NULL in der Liste ist das nie wahr.</translation>
    </message>
    <message>
        <source>NULL in the list matches nothing: add “OR … IS NULL”.</source>
        <translation>NULL in der Liste trifft nichts: Fügen Sie „OR … IS NULL“ an.</translation>
    </message>
    <message>
        <source>“%1” can be NULL, and then NOT IN finds no row at all.</source>
        <translation>„%1“ kann NULL sein, und dann findet NOT IN gar keine Zeile.</translation>
    </message>
    <message>
        <source>Without % or _ this matches only exactly “%1”.</source>
        <translation>Ohne % oder _ trifft das nur genau „%1“.</translation>
    </message>
    <message>
        <source>A pattern that begins with % cannot use the index on “%1”.</source>
        <translation>Ein Muster, das mit % beginnt, kann den Index auf „%1“ nicht nutzen.</translation>
    </message>
    <message>
        <source>“%1” is compared with itself.</source>
        <translation>„%1“ wird mit sich selbst verglichen.</translation>
    </message>
    <message>
        <source>This ends at midnight, when %1 begins: the day itself is left out.</source>
        <translation>Das endet um Mitternacht, wenn der %1 beginnt: Der Tag selbst fehlt.</translation>
    </message>
    <message>
        <source>The index on “%1” does not serve “%2”.</source>
        <translation>Der Index auf „%1“ hilft „%2“ nicht.</translation>
    </message>
    <message>
        <source>“%1” has no time zone: what this compares with depends on the session&apos;s TimeZone.</source>
        <translation>„%1“ hat keine Zeitzone: Womit hier verglichen wird, hängt von TimeZone der Sitzung ab.</translation>
    </message>
    <message>
        <source>The fraction is cut off before the cast: cast one of the sides.</source>
        <translation>Der Bruch wird vor der Umwandlung abgeschnitten: Wandeln Sie eine der Seiten um.</translation>
    </message>
    <message>
        <source>Whole numbers are divided: the fraction is cut off.</source>
        <translation>Ganze Zahlen werden geteilt: Der Bruch wird abgeschnitten.</translation>
    </message>
    <message>
        <source>A serial column gives every row its number</source>
        <translation>Eine Serial-Spalte gibt jeder Zeile ihre Nummer</translation>
    </message>
    <message>
        <source>A stored generated column is computed for every row</source>
        <translation>Eine gespeicherte generierte Spalte wird für jede Zeile berechnet</translation>
    </message>
    <message>
        <source>An identity column gives every row its number</source>
        <translation>Eine Identity-Spalte gibt jeder Zeile ihre Nummer</translation>
    </message>
    <message>
        <source>A default that is another one for each row is computed for every row</source>
        <translation>Ein Standardwert, der je Zeile ein anderer ist, wird für jede Zeile berechnet</translation>
    </message>
    <message>
        <source>Changing the type of “%1”</source>
        <translation>Den Typ von „%1“ zu ändern</translation>
    </message>
    <message>
        <source>Every table that refers to these is emptied, too.</source>
        <translation>Jede Tabelle, die auf diese verweist, wird auch geleert.</translation>
    </message>
    <message>
        <source>Also emptied: %1.</source>
        <translation>Auch geleert: %1.</translation>
    </message>
    <message>
        <source>Whatever depends on this is dropped, too, without being named.</source>
        <translation>Was davon abhängt, wird auch gelöscht, ohne genannt zu werden.</translation>
    </message>
    <message>
        <source>Changing whether it is logged</source>
        <translation>Das Protokollieren umzuschalten</translation>
    </message>
    <message>
        <source>%1: all of “%2” is written anew, and nobody can read it meanwhile.</source>
        <translation>%1: „%2“ wird ganz neu geschrieben, und niemand kann sie solange lesen.</translation>
    </message>
    <message>
        <source>Nobody can write to “%1” while this reads it: add CONCURRENTLY.</source>
        <translation>Niemand kann in „%1“ schreiben, während dies sie liest: Fügen Sie CONCURRENTLY an.</translation>
    </message>
    <message>
        <source>char(%1) is filled up with blanks: text or varchar(%1) is not.</source>
        <translation>char(%1) wird mit Leerzeichen aufgefüllt, text oder varchar(%1) nicht.</translation>
    </message>
    <message>
        <source>Nothing links “%1” with the rest: every row meets every other.</source>
        <translation>Nichts verbindet „%1“ mit dem Übrigen: Jede Zeile trifft jede andere.</translation>
    </message>
    <message>
        <source>This condition does not link “%1” with what it is joined to.</source>
        <translation>Diese Bedingung verbindet „%1“ nicht mit dem, woran es gehängt wird.</translation>
    </message>
    <message>
        <source>Where “%1” has no row this is not true: the outer join becomes an inner one.</source>
        <translation>Wo „%1“ keine Zeile hat, ist das nicht wahr: Aus dem äußeren Join wird ein innerer.</translation>
    </message>
    <message>
        <source>count(*) is 1 where “%1” has no row: count one of its columns.</source>
        <translation>count(*) ist 1, wo „%1“ keine Zeile hat: Zählen Sie eine ihrer Spalten.</translation>
    </message>
    <message>
        <source>The schema that was read last has no such table or view. If it was made since, read it again.</source>
        <translation>Das zuletzt gelesene Schema hat keine solche Tabelle oder View. Ist sie seither entstanden, lesen Sie es neu.</translation>
    </message>
    <message>
        <source>None of the tables that can be named here has such a column.</source>
        <translation>Keine der Tabellen, die hier genannt werden können, hat eine solche Spalte.</translation>
    </message>
    <message>
        <source>No function, aggregate or window function has this name.</source>
        <translation>Keine Funktion, Aggregat- oder Fensterfunktion heißt so.</translation>
    </message>
    <message>
        <source>More than one table here has such a column. Put the table&apos;s name or alias and a dot before it.</source>
        <translation>Mehr als eine Tabelle hier hat eine solche Spalte. Setzen Sie Namen oder Alias der Tabelle und einen Punkt davor.</translation>
    </message>
    <message>
        <source>A name that a subquery&apos;s tables do not have is looked up outside. The condition is then true for every row as long as the subquery finds any: a DELETE with it deletes everything.</source>
        <translation>Ein Name, den die Tabellen einer Unterabfrage nicht haben, wird außen gesucht. Die Bedingung ist dann für jede Zeile wahr, sobald die Unterabfrage etwas findet: Ein DELETE damit löscht alles.</translation>
    </message>
    <message>
        <source>A comparison with NULL gives NULL, which counts as not true. IS NULL, IS NOT NULL and IS DISTINCT FROM ask what is meant.</source>
        <translation>Ein Vergleich mit NULL ergibt NULL, und das gilt als nicht wahr. IS NULL, IS NOT NULL und IS DISTINCT FROM fragen, was gemeint ist.</translation>
    </message>
    <message>
        <source>CASE x WHEN y compares with “=”, and nothing equals NULL. Write CASE WHEN x IS NULL THEN ….</source>
        <translation>CASE x WHEN y vergleicht mit „=“, und nichts ist gleich NULL. Schreiben Sie CASE WHEN x IS NULL THEN ….</translation>
    </message>
    <message>
        <source>Nothing equals NULL: IN never finds it, and NOT IN is never true where the list has one.</source>
        <translation>Nichts ist gleich NULL: IN findet es nie, und NOT IN ist nie wahr, wo die Liste eines hat.</translation>
    </message>
    <message>
        <source>As soon as the subquery gives one NULL, NOT IN is true for no row. Use NOT EXISTS, or add IS NOT NULL to the subquery.</source>
        <translation>Sobald die Unterabfrage ein NULL liefert, ist NOT IN für keine Zeile wahr. Nehmen Sie NOT EXISTS, oder fügen Sie der Unterabfrage IS NOT NULL an.</translation>
    </message>
    <message>
        <source>LIKE compares the whole value. If that is meant, “=” says so and can use every index; if not, put % around the text.</source>
        <translation>LIKE vergleicht den ganzen Wert. Ist das gemeint, sagt es „=“ und kann jeden Index nutzen; wenn nicht, setzen Sie % um den Text.</translation>
    </message>
    <message>
        <source>An ordinary index knows how values begin. For text anywhere in a value make an index with pg_trgm: USING gin (column gin_trgm_ops).</source>
        <translation>Ein gewöhnlicher Index weiß, wie Werte anfangen. Für Text irgendwo im Wert legen Sie einen Index mit pg_trgm an: USING gin (spalte gin_trgm_ops).</translation>
    </message>
    <message>
        <source>This says nothing but that the value is not NULL, or never holds. Most likely one side belongs to another table.</source>
        <translation>Das sagt nur, dass der Wert nicht NULL ist, oder gilt nie. Wahrscheinlich gehört eine Seite zu einer anderen Tabelle.</translation>
    </message>
    <message>
        <source>A date without a time is its first moment. For whole days write “&gt;= first day AND &lt; day after the last”.</source>
        <translation>Ein Datum ohne Zeit ist sein erster Augenblick. Für ganze Tage schreiben Sie „&gt;= erster Tag AND &lt; Tag nach dem letzten“.</translation>
    </message>
    <message>
        <source>An index on a column serves conditions on the column itself. Compare it with a range instead, or make an index on the expression.</source>
        <translation>Ein Index auf einer Spalte hilft Bedingungen auf der Spalte selbst. Vergleichen Sie sie mit einem Bereich, oder legen Sie einen Index auf den Ausdruck an.</translation>
    </message>
    <message>
        <source>now() is a moment. To be compared with a timestamp without time zone it becomes the clock time of the session&apos;s TimeZone. Say which one: now() AT TIME ZONE &apos;UTC&apos;.</source>
        <translation>now() ist ein Zeitpunkt. Zum Vergleich mit einem Zeitstempel ohne Zeitzone wird daraus die Uhrzeit in TimeZone der Sitzung. Sagen Sie, welche: now() AT TIME ZONE &apos;UTC&apos;.</translation>
    </message>
    <message>
        <source>Division of whole numbers gives a whole number. Cast one side, or multiply by 1.0 or 100.0 first.</source>
        <translation>Ganze Zahlen geteilt ergeben eine ganze Zahl. Wandeln Sie eine Seite um, oder multiplizieren Sie zuerst mit 1.0 oder 100.0.</translation>
    </message>
    <message>
        <source>Tables with a comma between them are multiplied with each other unless WHERE links them. If that is meant, CROSS JOIN says so.</source>
        <translation>Tabellen mit einem Komma dazwischen werden miteinander multipliziert, wenn WHERE sie nicht verbindet. Ist das gemeint, sagt es CROSS JOIN.</translation>
    </message>
    <message>
        <source>The condition of a join names columns of only one side, so every row of the other meets each of them. Most likely an alias is the wrong one.</source>
        <translation>Die Bedingung eines Joins nennt Spalten nur einer Seite, so trifft jede Zeile der anderen jede von ihnen. Wahrscheinlich ist ein Alias der falsche.</translation>
    </message>
    <message>
        <source>WHERE comes after the join, and a row without a partner has NULL there. Put the condition into ON, or write JOIN.</source>
        <translation>WHERE kommt nach dem Join, und eine Zeile ohne Partner hat dort NULL. Setzen Sie die Bedingung in ON, oder schreiben Sie JOIN.</translation>
    </message>
    <message>
        <source>A row without a partner is a row as well, and count(*) counts it. count(column) counts what is not NULL.</source>
        <translation>Eine Zeile ohne Partner ist auch eine Zeile, und count(*) zählt sie. count(spalte) zählt, was nicht NULL ist.</translation>
    </message>
    <message>
        <source>The server gives rows in whatever order is quickest, another one each time. Pages overlap and leave out rows until ORDER BY fixes it.</source>
        <translation>Der Server gibt Zeilen in der Reihenfolge, die am schnellsten geht, jedes Mal einer anderen. Seiten überlappen sich und lassen Zeilen aus, bis ORDER BY sie festlegt.</translation>
    </message>
    <message>
        <source>DISTINCT ON keeps the first row of each group. ORDER BY the same columns first, then by what decides.</source>
        <translation>DISTINCT ON behält die erste Zeile jeder Gruppe. ORDER BY zuerst nach denselben Spalten, dann nach dem, was entscheidet.</translation>
    </message>
    <message>
        <source>Groups differ from each other already. DISTINCT only makes the server sort or hash once more.</source>
        <translation>Gruppen sind schon verschieden. DISTINCT lässt den Server nur noch einmal sortieren oder hashen.</translation>
    </message>
    <message>
        <source>HAVING is for conditions on aggregates. What concerns a row alone belongs into WHERE, before the work of grouping.</source>
        <translation>HAVING ist für Bedingungen auf Aggregaten. Was eine Zeile allein betrifft, gehört in WHERE, vor die Arbeit des Gruppierens.</translation>
    </message>
    <message>
        <source>UNION looks for duplicates among all rows. The two sides differ by a constant, so only duplicates within one side could go.</source>
        <translation>UNION sucht Doppelte unter allen Zeilen. Die beiden Seiten unterscheidet eine Konstante, also könnten nur Doppelte innerhalb einer Seite wegfallen.</translation>
    </message>
    <message>
        <source>The star gives the columns in the order in which they were made, and one more as soon as one is added. Values then land in the wrong column without an error.</source>
        <translation>Der Stern gibt die Spalten in der Reihenfolge, in der sie entstanden, und eine mehr, sobald eine hinzukommt. Werte landen dann ohne Fehler in der falschen Spalte.</translation>
    </message>
    <message>
        <source>If all rows are meant, WHERE true says so and silences this.</source>
        <translation>Sind alle Zeilen gemeint, sagt es WHERE true und lässt dies verstummen.</translation>
    </message>
    <message>
        <source>If all rows are meant, TRUNCATE is quicker, or WHERE true says so and silences this.</source>
        <translation>Sind alle Zeilen gemeint, ist TRUNCATE schneller, oder WHERE true sagt es und lässt dies verstummen.</translation>
    </message>
    <message>
        <source>CASCADE empties every table with a foreign key to these, whatever its rows refer to.</source>
        <translation>CASCADE leert jede Tabelle mit einem Fremdschlüssel auf diese, worauf ihre Zeilen auch verweisen.</translation>
    </message>
    <message>
        <source>CASCADE drops views, foreign keys and whatever else depends on it. Without it the server lists them first.</source>
        <translation>CASCADE löscht Views, Fremdschlüssel und was sonst davon abhängt. Ohne es zählt der Server sie zuerst auf.</translation>
    </message>
    <message>
        <source>The table is locked against everything until every row is written, and its indexes with it. Add an empty column, fill it in batches, then switch.</source>
        <translation>Die Tabelle ist gegen alles gesperrt, bis jede Zeile geschrieben ist, und ihre Indizes mit. Fügen Sie eine leere Spalte an, füllen Sie sie in Teilen, dann wechseln Sie.</translation>
    </message>
    <message>
        <source>CREATE INDEX keeps writers waiting until it is done. CONCURRENTLY takes longer and lets them work; it cannot run inside a transaction.</source>
        <translation>CREATE INDEX lässt Schreibende warten, bis es fertig ist. CONCURRENTLY dauert länger und lässt sie arbeiten; in einer Transaktion geht es nicht.</translation>
    </message>
    <message>
        <source>char(n) stores blanks up to n characters, and comparisons and casts treat them in ways that surprise. It saves nothing.</source>
        <translation>char(n) speichert Leerzeichen bis zu n Zeichen, und Vergleiche und Umwandlungen behandeln sie überraschend. Gespart wird nichts.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>“%1” has no column “%2”.</source>
        <translation>„%1“ hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>There is no column “%1” here.</source>
        <translation>Hier gibt es keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>There is no table or view “%1”.</source>
        <translation>Es gibt keine Tabelle oder View „%1“.</translation>
    </message>
    <message>
        <source>Nothing in FROM is called “%1”.</source>
        <translation>Nichts in FROM heißt „%1“.</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>Es gibt keine Funktion „%1“.</translation>
    </message>
    <message>
        <source>“%1” is a column of %2: say which one.</source>
        <translation>„%1“ ist eine Spalte von %2: Sagen Sie, welche.</translation>
    </message>
    <message>
        <source> and of </source>
        <translation> und von </translation>
    </message>
    <message>
        <source>“%1” is no column of what this subquery reads: it is the one of “%2” outside.</source>
        <translation>„%1“ ist keine Spalte dessen, was diese Unterabfrage liest: Es ist die von „%2“ außen.</translation>
    </message>
    <message>
        <source>Without ORDER BY nobody knows which rows OFFSET leaves out.</source>
        <translation>Ohne ORDER BY weiß niemand, welche Zeilen OFFSET auslässt.</translation>
    </message>
    <message>
        <source>Without ORDER BY it is left to chance which row DISTINCT ON keeps.</source>
        <translation>Ohne ORDER BY ist es Zufall, welche Zeile DISTINCT ON behält.</translation>
    </message>
    <message>
        <source>GROUP BY gives each of these rows once: DISTINCT does nothing.</source>
        <translation>GROUP BY gibt jede dieser Zeilen einmal: DISTINCT tut nichts.</translation>
    </message>
    <message>
        <source>This needs no groups: in WHERE it keeps rows from being grouped at all.</source>
        <translation>Das braucht keine Gruppen: In WHERE werden die Zeilen gar nicht erst gruppiert.</translation>
    </message>
    <message>
        <source>No row of one side equals one of the other: UNION ALL need not compare them.</source>
        <translation>Keine Zeile der einen Seite gleicht einer der anderen: UNION ALL muss sie nicht vergleichen.</translation>
    </message>
    <message>
        <source>Columns go by their order here: name them on both sides.</source>
        <translation>Spalten gehen hier nach ihrer Reihenfolge: Nennen Sie sie auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Without WHERE every row of “%1” changes.</source>
        <translation>Ohne WHERE ändert sich jede Zeile von „%1“.</translation>
    </message>
    <message>
        <source>Without WHERE every row of “%1” is deleted.</source>
        <translation>Ohne WHERE wird jede Zeile von „%1“ gelöscht.</translation>
    </message>
</context>
<context>
    <name>squall::sql::Parse</name>
    <message>
        <source>SQL cannot hold a NUL character.</source>
        <translation>SQL kann kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>This is nested too deeply to be taken apart.</source>
        <translation>Das ist zu tief verschachtelt, um es zu zerlegen.</translation>
    </message>
</context>
<context>
    <name>squall::transfer::Script</name>
    <message>
        <source>The statement that begins here does not end.</source>
        <translation>Die Anweisung, die hier beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>This statement has a parameter $%1, and there is no value for it.</source>
        <translation>Diese Anweisung hat einen Parameter $%1, für den kein Wert angegeben ist.</translation>
    </message>
    <message>
        <source>\%1 as it stands here is for psql only.</source>
        <translation>\%1 in dieser Form kennt nur psql.</translation>
    </message>
    <message>
        <source>There is no command \%1.</source>
        <translation>Einen Befehl \%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Understood are \g, \gx, \x, \r and \q.</source>
        <translation>Verstanden werden \g, \gx, \x, \r und \q.</translation>
    </message>
    <message>
        <source>There is a value for $%1, and no statement has it.</source>
        <translation>Für $%1 ist ein Wert angegeben, aber keine Anweisung enthält es.</translation>
    </message>
    <message>
        <source>There is a value for :%1, and no statement has it.</source>
        <translation>Für :%1 ist ein Wert angegeben, aber keine Anweisung enthält es.</translation>
    </message>
</context>
<context>
    <name>squall::transfer::SqlText</name>
    <message>
        <source>All of these columns are generated by the server.</source>
        <translation>Alle diese Spalten erzeugt der Server.</translation>
    </message>
    <message>
        <source>There are no rows.</source>
        <translation>Es gibt keine Zeilen.</translation>
    </message>
    <message>
        <source>%1 has no key that an UPDATE could name a row by.</source>
        <translation>%1 hat keinen Schlüssel, mit dem ein UPDATE eine Zeile benennen könnte.</translation>
    </message>
    <message>
        <source>Only the key is selected: nothing is left to set.</source>
        <translation>Nur der Schlüssel ist ausgewählt: zu setzen bleibt nichts.</translation>
    </message>
    <message>
        <source>Nothing but NULL is selected, which is never IN a list.</source>
        <translation>Ausgewählt ist nur NULL, das nie IN einer Liste steht.</translation>
    </message>
    <message>
        <source>A new row has no key yet that an UPDATE could name it by.</source>
        <translation>Eine neue Zeile hat noch keinen Schlüssel, an dem ein UPDATE sie erkennen könnte.</translation>
    </message>
</context>
<context>
    <name>squall::ui::ArrayEditor</name>
    <message>
        <source>Of arrays</source>
        <translation>Aus Arrays</translation>
    </message>
    <message>
        <source>Items are arrays themselves: one more dimension</source>
        <translation>Die Elemente sind selbst Arrays: eine Dimension mehr</translation>
    </message>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::BigEditor</name>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Value editor</source>
        <translation>Werteditor</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Close without keeping (Esc)</source>
        <translation>Schließen ohne zu übernehmen (Esc)</translation>
    </message>
    <message>
        <source>Close without keeping</source>
        <translation>Schließen ohne zu übernehmen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Keep the value and close (Ctrl+Enter)</source>
        <translation>Wert übernehmen und schließen (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>squall::ui::BytesEditor</name>
    <message>
        <source>Save to file…</source>
        <translation>In Datei speichern …</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Load from file…</source>
        <translation>Aus Datei laden …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Load from file</source>
        <translation>Aus Datei laden</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>In Datei speichern</translation>
    </message>
    <message>
        <source>saved to %1</source>
        <translation>gespeichert in %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>squall::ui::CellFilters</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
</context>
<context>
    <name>squall::ui::CellRemark</name>
    <message>
        <source>%1: %2</source>
        <comment>column: what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>squall::ui::ChartView</name>
    <message>
        <source>Along</source>
        <translation>Entlang</translation>
    </message>
    <message>
        <source>One for each</source>
        <translation>Je eine für</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Pie</source>
        <translation>Torte</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Image (PNG)…</source>
        <translation>Bild (PNG) …</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG) …</translation>
    </message>
    <message>
        <source>Copy as an image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>The rows in their order</source>
        <translation>Die Zeilen in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>There is no column of numbers; the rows are counted.</source>
        <translation>Es gibt keine Spalte mit Zahlen; die Zeilen werden gezählt.</translation>
    </message>
    <message>
        <source>How many rows</source>
        <translation>Anzahl der Zeilen</translation>
    </message>
    <message>
        <source>Values: %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>The chart is in %1.</source>
        <translation>Das Diagramm steht in %1.</translation>
    </message>
    <message>
        <source>The chart is on the clipboard.</source>
        <translation>Das Diagramm ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>squall::ui::Chip</name>
    <message>
        <source>Class of the database: %1</source>
        <translation>Einstufung der Datenbank: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::ChoiceCellEditor</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>“%1” is none of the type&apos;s values.</source>
        <translation>„%1“ gehört nicht zu den Werten des Typs.</translation>
    </message>
</context>
<context>
    <name>squall::ui::ChoiceEditor</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>Einen Wert suchen</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::ColumnsChooser</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Columns in their order; checked ones show</source>
        <translation>Spalten in ihrer Reihenfolge; angehakte werden gezeigt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Further to the left (Alt+Up)</source>
        <translation>Weiter nach links (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Further to the right (Alt+Down)</source>
        <translation>Weiter nach rechts (Alt+Runter)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Stays while the others scroll sideways</source>
        <translation>Bleibt stehen, während die anderen seitwärts rollen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Order and widths as the table has them</source>
        <translation>Reihenfolge und Breiten wie in der Tabelle</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>squall::ui::CompletionList</name>
    <message>
        <source>What could stand here</source>
        <translation>Was hier stehen könnte</translation>
    </message>
</context>
<context>
    <name>squall::ui::CompositeEditor</name>
    <message numerus="yes">
        <source>The type has %Ln attributes.</source>
        <translation>
            <numerusform>Der Typ hat %Ln Attribut.</numerusform>
            <numerusform>Der Typ hat %Ln Attribute.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::ConditionRow</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ConnectionDialog</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Was der Server sagte</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbinde mit %1 …</translation>
    </message>
    <message>
        <source>A commit on this connection has no answer yet. Remove it when its outcome is known.</source>
        <translation>Ein Commit auf dieser Verbindung ist noch nicht beantwortet. Sie lässt sich entfernen, sobald sein Ausgang bekannt ist.</translation>
    </message>
    <message>
        <source>It is open and will be closed.</source>
        <translation>Sie ist offen und wird geschlossen.</translation>
    </message>
    <message>
        <source>Whether its last commit was carried out is not known, and cannot be found out afterwards.</source>
        <translation>Ob ihr letzter Commit ausgeführt wurde, ist nicht bekannt und lässt sich danach nicht mehr herausfinden.</translation>
    </message>
    <message>
        <source>1 staged change will be lost.</source>
        <translation>1 vorgemerkte Änderung geht verloren.</translation>
    </message>
    <message>
        <source>%L1 staged changes will be lost.</source>
        <translation>%L1 vorgemerkte Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>1 saved filter will be lost.</source>
        <translation>1 gespeicherter Filter geht verloren.</translation>
    </message>
    <message>
        <source>%L1 saved filters will be lost.</source>
        <translation>%L1 gespeicherte Filter gehen verloren.</translation>
    </message>
    <message>
        <source>Remove a connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Another window has staged changes on it, which will be lost, too.</source>
        <translation>In einem anderen Fenster ist etwas für sie vorgemerkt, das ebenfalls verloren geht.</translation>
    </message>
    <message>
        <source>1 text of an SQL tab will be lost.</source>
        <translation>1 Text eines SQL-Reiters geht verloren.</translation>
    </message>
    <message>
        <source>%L1 texts of SQL tabs will be lost.</source>
        <translation>%L1 Texte von SQL-Reitern gehen verloren.</translation>
    </message>
    <message>
        <source>1 saved query will be lost.</source>
        <translation>1 gespeicherte Abfrage geht verloren.</translation>
    </message>
    <message>
        <source>%L1 saved queries will be lost.</source>
        <translation>%L1 gespeicherte Abfragen gehen verloren.</translation>
    </message>
</context>
<context>
    <name>squall::ui::ConnectionEditor</name>
    <message>
        <source>The server allows one connection only</source>
        <translation>Der Server erlaubt nur eine Verbindung</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>as you call it</source>
        <translation>wie Sie sie nennen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>name, address or socket folder</source>
        <translation>Name, Adresse oder Socketordner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>same as the user</source>
        <translation>wie der Benutzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>your account&apos;s name</source>
        <translation>der Name Ihres Kontos</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>never saved; .pgpass is read</source>
        <translation>nie gespeichert; .pgpass wird gelesen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Datei auswählen: %1</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>if the server offers it (prefer)</source>
        <translation>wenn der Server sie anbietet (prefer)</translation>
    </message>
    <message>
        <source>never (disable)</source>
        <translation>nie (disable)</translation>
    </message>
    <message>
        <source>only if it must be (allow)</source>
        <translation>nur wenn nötig (allow)</translation>
    </message>
    <message>
        <source>always (require)</source>
        <translation>immer (require)</translation>
    </message>
    <message>
        <source>always, known authority (verify-ca)</source>
        <translation>immer, bekannte Stelle (verify-ca)</translation>
    </message>
    <message>
        <source>always, known authority and name (verify-full)</source>
        <translation>immer, bekannte Stelle und Name (verify-full)</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Wurzelzertifikat</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Clientzertifikat</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Clientschlüssel</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>%1: read-only until unlocked</source>
        <translation>%1: nur lesen, bis entsperrt</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1 (vermutet)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>a section of ~/.pg_service.conf</source>
        <translation>ein Abschnitt aus ~/.pg_service.conf</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>seconds of connecting</source>
        <translation>Sekunden beim Verbinden</translation>
    </message>
    <message>
        <source>Apply edits as soon as I leave the row</source>
        <translation>Änderungen anwenden, sobald ich die Zeile verlasse</translation>
    </message>
    <message>
        <source>Otherwise they wait for the review (Ctrl+S)</source>
        <translation>Sonst warten sie auf die Durchsicht (Strg+S)</translation>
    </message>
    <message>
        <source>Never on staging and production: there the review comes first</source>
        <translation>Nie auf Staging und Produktion: dort kommt zuerst die Durchsicht</translation>
    </message>
</context>
<context>
    <name>squall::ui::Copying</name>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing was copied: %1</source>
        <translation>Nichts wurde kopiert: %1</translation>
    </message>
    <message>
        <source>Copying: %L1 of %L2 rows read</source>
        <translation>Kopieren: %L1 von %L2 Zeilen gelesen</translation>
    </message>
    <message>
        <source>With headers</source>
        <translation>Mit Spaltennamen</translation>
    </message>
    <message>
        <source>Text with NULL as \N</source>
        <translation>Text mit NULL als \N</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON, je Zeile ein Objekt</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table, as psql prints it</source>
        <translation>Tabelle, wie psql sie ausgibt</translation>
    </message>
    <message>
        <source>INSERT</source>
        <translation>INSERT</translation>
    </message>
    <message>
        <source>UPDATE</source>
        <translation>UPDATE</translation>
    </message>
    <message>
        <source>IN (…)</source>
        <translation>IN (…)</translation>
    </message>
    <message>
        <source>Drizzle .values([…])</source>
        <translation>Drizzle .values([…])</translation>
    </message>
    <message>
        <source>Nothing was copied: the selected areas are in different columns.</source>
        <translation>Nichts wurde kopiert: die ausgewählten Bereiche liegen in verschiedenen Spalten.</translation>
    </message>
    <message>
        <source>Copying was cancelled; the clipboard is as it was.</source>
        <translation>Das Kopieren wurde abgebrochen; die Zwischenablage ist, wie sie war.</translation>
    </message>
    <message>
        <source>Copied 1 row</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>Copied %L1 rows</source>
        <translation>%L1 Zeilen kopiert</translation>
    </message>
    <message>
        <source>Copied 1 row: %1</source>
        <translation>1 Zeile kopiert: %1</translation>
    </message>
    <message>
        <source>Copied %L1 rows: %2</source>
        <translation>%L1 Zeilen kopiert: %2</translation>
    </message>
    <message>
        <source>Nothing was cut: the selected areas are in different columns.</source>
        <translation>Nichts wurde ausgeschnitten: die ausgewählten Bereiche liegen in verschiedenen Spalten.</translation>
    </message>
    <message>
        <source>The rows changed meanwhile: they are copied, and not cut.</source>
        <translation>Die Zeilen haben sich inzwischen geändert: Sie sind kopiert, nicht ausgeschnitten.</translation>
    </message>
</context>
<context>
    <name>squall::ui::DeclareDialog</name>
    <message>
        <source>&amp;Add columns</source>
        <translation>Spalten &amp;hinzufügen</translation>
    </message>
    <message>
        <source>A row may point to &amp;none</source>
        <translation>Eine Zeile darf auf &amp;keine zeigen</translation>
    </message>
    <message>
        <source>At most &amp;one row points to each</source>
        <translation>Auf jede zeigt höchstens &amp;eine Zeile</translation>
    </message>
    <message>
        <source>Declared relation</source>
        <translation>Angegebene Beziehung</translation>
    </message>
    <message>
        <source>Declare a relation</source>
        <translation>Beziehung angeben</translation>
    </message>
    <message>
        <source>It is drawn dashed in all diagrams of this database, and leaves the database itself as it is.</source>
        <translation>Sie wird in allen Diagrammen dieser Datenbank gestrichelt gezeichnet und lässt die Datenbank selbst, wie sie ist.</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Table that points</source>
        <translation>Tabelle, die zeigt</translation>
    </message>
    <message>
        <source>Table that is pointed to</source>
        <translation>Tabelle, auf die gezeigt wird</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Angeben</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>Column that points</source>
        <translation>Spalte, die zeigt</translation>
    </message>
    <message>
        <source>Column that is pointed to</source>
        <translation>Spalte, auf die gezeigt wird</translation>
    </message>
</context>
<context>
    <name>squall::ui::DefinitionPage</name>
    <message>
        <source>Definition of %1</source>
        <translation>Definition von %1</translation>
    </message>
    <message>
        <source>%1 is not in the database any more.</source>
        <translation>%1 ist nicht mehr in der Datenbank.</translation>
    </message>
    <message>
        <source>%1 (%2): Squall knows that there is such a thing, but neither compares it nor writes it as SQL.</source>
        <translation>%1 (%2): Squall weiß, dass es das gibt, vergleicht es aber nicht und schreibt es nicht als SQL.</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramBar</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Columns: none</source>
        <translation>Spalten: keine</translation>
    </message>
    <message>
        <source>Columns: keys</source>
        <translation>Spalten: Schlüssel</translation>
    </message>
    <message>
        <source>Columns: all</source>
        <translation>Spalten: alle</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>Tabelle suchen</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 ausgeblendet</translation>
    </message>
    <message>
        <source>Stop arranging</source>
        <translation>Anordnen abbrechen</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>All schemas</source>
        <translation>Alle Schemas</translation>
    </message>
    <message>
        <source>%1 schemas</source>
        <translation>%1 Schemas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>In eine Datei …</translation>
    </message>
    <message>
        <source>Copy as an image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as Mermaid</source>
        <translation>Als Mermaid kopieren</translation>
    </message>
    <message>
        <source>Copy as a Drizzle schema</source>
        <translation>Als Drizzle-Schema kopieren</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramCanvas</name>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>never NULL</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>may be NULL</source>
        <translation>darf NULL sein</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Declared in %1, without a foreign key</source>
        <translation>Erklärt in %1, ohne Fremdschlüssel</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramChooser</name>
    <message>
        <source>Diagram: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>New diagram…</source>
        <translation>Neues Diagramm …</translation>
    </message>
    <message>
        <source>New diagram from the selection…</source>
        <translation>Neues Diagramm aus der Auswahl …</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save in the project…</source>
        <translation>Im Projekt speichern …</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>Aus einer Datei laden …</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramCommands</name>
    <message>
        <source>Diagram: open the table</source>
        <translation>Diagramm: Tabelle öffnen</translation>
    </message>
    <message>
        <source>Diagram: find a table</source>
        <translation>Diagramm: Tabelle suchen</translation>
    </message>
    <message>
        <source>Diagram: show the whole</source>
        <translation>Diagramm: alles zeigen</translation>
    </message>
    <message>
        <source>Diagram: show what is selected</source>
        <translation>Diagramm: Auswahl zeigen</translation>
    </message>
    <message>
        <source>Diagram: actual size</source>
        <translation>Diagramm: Originalgröße</translation>
    </message>
    <message>
        <source>Diagram: larger</source>
        <translation>Diagramm: größer</translation>
    </message>
    <message>
        <source>Diagram: smaller</source>
        <translation>Diagramm: kleiner</translation>
    </message>
    <message>
        <source>Diagram: select all tables</source>
        <translation>Diagramm: alle Tabellen auswählen</translation>
    </message>
    <message>
        <source>Diagram: hide the selected tables</source>
        <translation>Diagramm: ausgewählte Tabellen ausblenden</translation>
    </message>
    <message>
        <source>Diagram: show hidden tables again</source>
        <translation>Diagramm: ausgeblendete Tabellen wieder zeigen</translation>
    </message>
    <message>
        <source>Diagram: arrange all tables anew</source>
        <translation>Diagramm: alle Tabellen neu anordnen</translation>
    </message>
    <message>
        <source>Diagram: undo</source>
        <translation>Diagramm: rückgängig machen</translation>
    </message>
    <message>
        <source>Diagram: redo</source>
        <translation>Diagramm: wiederholen</translation>
    </message>
    <message>
        <source>Diagram: export</source>
        <translation>Diagramm: exportieren</translation>
    </message>
    <message>
        <source>Diagram: copy as an image</source>
        <translation>Diagramm: als Bild kopieren</translation>
    </message>
    <message>
        <source>Diagram: copy as Mermaid</source>
        <translation>Diagramm: als Mermaid kopieren</translation>
    </message>
    <message>
        <source>Diagram: no overlay</source>
        <translation>Diagramm: keine Überlagerung</translation>
    </message>
    <message>
        <source>Diagram: show rows as heat</source>
        <translation>Diagramm: Zeilen als Wärme zeigen</translation>
    </message>
    <message>
        <source>Diagram: show size as heat</source>
        <translation>Diagramm: Größe als Wärme zeigen</translation>
    </message>
    <message>
        <source>Diagram: show foreign keys without an index</source>
        <translation>Diagramm: Fremdschlüssel ohne Index zeigen</translation>
    </message>
    <message>
        <source>Diagram: show unused indexes</source>
        <translation>Diagramm: ungenutzte Indexe zeigen</translation>
    </message>
    <message>
        <source>Diagram: show cycles of references</source>
        <translation>Diagramm: Kreise von Verweisen zeigen</translation>
    </message>
    <message>
        <source>Diagram: show changes since it was opened</source>
        <translation>Diagramm: Änderungen seit dem Öffnen zeigen</translation>
    </message>
    <message>
        <source>Diagram: count changes from now on</source>
        <translation>Diagramm: Änderungen ab jetzt zählen</translation>
    </message>
    <message>
        <source>Diagram: path between two tables</source>
        <translation>Diagramm: Weg zwischen zwei Tabellen</translation>
    </message>
    <message>
        <source>Diagram: show only neighbours of the selection</source>
        <translation>Diagramm: nur Nachbarn der Auswahl zeigen</translation>
    </message>
    <message>
        <source>Diagram: neighbours one step farther</source>
        <translation>Diagramm: Nachbarn einen Schritt weiter</translation>
    </message>
    <message>
        <source>Diagram: neighbours one step nearer</source>
        <translation>Diagramm: Nachbarn einen Schritt näher</translation>
    </message>
    <message>
        <source>Diagram: leave the path or the neighbourhood</source>
        <translation>Diagramm: den Weg oder die Nachbarschaft verlassen</translation>
    </message>
    <message>
        <source>Diagram: follow the reference</source>
        <translation>Diagramm: dem Verweis folgen</translation>
    </message>
    <message>
        <source>Diagram: go to what points here</source>
        <translation>Diagramm: zu dem gehen, was hierher verweist</translation>
    </message>
    <message>
        <source>Diagram: colour and group…</source>
        <translation>Diagramm: Farbe und Gruppe …</translation>
    </message>
    <message>
        <source>Diagram: take out of the group</source>
        <translation>Diagramm: aus der Gruppe nehmen</translation>
    </message>
    <message>
        <source>Diagram: add a note</source>
        <translation>Diagramm: Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Diagram: write in the note</source>
        <translation>Diagramm: in die Notiz schreiben</translation>
    </message>
    <message>
        <source>Diagram: declare a relation…</source>
        <translation>Diagramm: Beziehung angeben …</translation>
    </message>
    <message>
        <source>Diagram: align left</source>
        <translation>Diagramm: links ausrichten</translation>
    </message>
    <message>
        <source>Diagram: align centres</source>
        <translation>Diagramm: an den Mitten ausrichten (waagerecht)</translation>
    </message>
    <message>
        <source>Diagram: align right</source>
        <translation>Diagramm: rechts ausrichten</translation>
    </message>
    <message>
        <source>Diagram: align top</source>
        <translation>Diagramm: oben ausrichten</translation>
    </message>
    <message>
        <source>Diagram: align middles</source>
        <translation>Diagramm: an den Mitten ausrichten (senkrecht)</translation>
    </message>
    <message>
        <source>Diagram: align bottom</source>
        <translation>Diagramm: unten ausrichten</translation>
    </message>
    <message>
        <source>Diagram: distribute from left to right</source>
        <translation>Diagramm: von links nach rechts verteilen</translation>
    </message>
    <message>
        <source>Diagram: distribute from top to bottom</source>
        <translation>Diagramm: von oben nach unten verteilen</translation>
    </message>
    <message>
        <source>Diagram: choose another diagram</source>
        <translation>Diagramm: ein anderes Diagramm wählen</translation>
    </message>
    <message>
        <source>Diagram: new diagram…</source>
        <translation>Diagramm: neues Diagramm …</translation>
    </message>
    <message>
        <source>Diagram: new diagram from the selection…</source>
        <translation>Diagramm: neues Diagramm aus der Auswahl …</translation>
    </message>
    <message>
        <source>Diagram: duplicate the diagram…</source>
        <translation>Diagramm: Diagramm duplizieren …</translation>
    </message>
    <message>
        <source>Diagram: rename the diagram…</source>
        <translation>Diagramm: Diagramm umbenennen …</translation>
    </message>
    <message>
        <source>Diagram: delete the diagram</source>
        <translation>Diagramm: Diagramm löschen</translation>
    </message>
    <message>
        <source>Diagram: save the diagrams in the project…</source>
        <translation>Diagramm: Diagramme im Projekt speichern …</translation>
    </message>
    <message>
        <source>Diagram: save the diagrams to another file…</source>
        <translation>Diagramm: Diagramme in eine andere Datei speichern …</translation>
    </message>
    <message>
        <source>Diagram: load the diagrams from a file…</source>
        <translation>Diagramm: Diagramme aus einer Datei laden …</translation>
    </message>
    <message>
        <source>Diagram: copy as a Drizzle schema</source>
        <translation>Diagramm: als Drizzle-Schema kopieren</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramExport</name>
    <message>
        <source>There are no tables here.</source>
        <translation>Hier gibt es keine Tabellen.</translation>
    </message>
    <message>
        <source>There are no tables in “%1”.</source>
        <translation>In „%1“ gibt es keine Tabellen.</translation>
    </message>
    <message>
        <source>The picture is drawn at %1 of its size: it would be too large otherwise.</source>
        <translation>Das Bild ist in %1 seiner Größe gezeichnet: Sonst wäre es zu groß.</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramForm</name>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Drawing, dark</source>
        <translation>Zeichnung, dunkel</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image, dark</source>
        <translation>Bild, dunkel</translation>
    </message>
    <message>
        <source>PDF, one page</source>
        <translation>PDF, eine Seite</translation>
    </message>
    <message>
        <source>PDF, pages of A4</source>
        <translation>PDF, Seiten in A4</translation>
    </message>
    <message>
        <source>PDF, pages of A3</source>
        <translation>PDF, Seiten in A3</translation>
    </message>
    <message>
        <source>PDF, pages of Letter</source>
        <translation>PDF, Seiten in Letter</translation>
    </message>
    <message>
        <source>Drizzle schema</source>
        <translation>Drizzle-Schema</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramImage</name>
    <message>
        <source>At %1 the picture would have %2 megapixels.</source>
        <translation>Bei %1 hätte das Bild %2 Megapixel.</translation>
    </message>
    <message>
        <source>%1 is the most that is sensible. SVG and PDF are sharp at any size.</source>
        <translation>Mehr als %1 ist nicht sinnvoll. SVG und PDF sind in jeder Größe scharf.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht.</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramMarking</name>
    <message>
        <source>No table is selected.</source>
        <translation>Es ist keine Tabelle ausgewählt.</translation>
    </message>
    <message>
        <source>Select three tables or more.</source>
        <translation>Wählen Sie drei oder mehr Tabellen aus.</translation>
    </message>
    <message>
        <source>Select two tables or more.</source>
        <translation>Wählen Sie zwei oder mehr Tabellen aus.</translation>
    </message>
    <message>
        <source>No note is selected.</source>
        <translation>Keine Notiz ist ausgewählt.</translation>
    </message>
    <message>
        <source>Notes lie on the whole diagram: leave the neighbourhood first.</source>
        <translation>Notizen liegen auf dem ganzen Diagramm: Verlassen Sie zuerst die Nachbarschaft.</translation>
    </message>
    <message>
        <source>The diagram is empty.</source>
        <translation>Das Diagramm ist leer.</translation>
    </message>
    <message>
        <source>Select one table or two.</source>
        <translation>Wählen Sie eine oder zwei Tabellen aus.</translation>
    </message>
    <message>
        <source>No table of a group is selected.</source>
        <translation>Keine Tabelle einer Gruppe ist ausgewählt.</translation>
    </message>
    <message>
        <source>Colour and group…</source>
        <translation>Farbe und Gruppe …</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>Write in the note</source>
        <translation>In die Notiz schreiben</translation>
    </message>
    <message>
        <source>Colour of the note</source>
        <translation>Farbe der Notiz</translation>
    </message>
    <message>
        <source>Delete the note</source>
        <translation>Notiz löschen</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramMenus</name>
    <message>
        <source>Copy CREATE INDEX</source>
        <translation>CREATE INDEX kopieren</translation>
    </message>
    <message>
        <source>Copy CREATE INDEX (%1)</source>
        <translation>CREATE INDEX kopieren (%1)</translation>
    </message>
    <message>
        <source>Follow the reference</source>
        <translation>Dem Verweis folgen</translation>
    </message>
    <message>
        <source>Show what points here</source>
        <translation>Zeigen, was hierher verweist</translation>
    </message>
    <message>
        <source>Show only neighbours</source>
        <translation>Nur Nachbarn zeigen</translation>
    </message>
    <message>
        <source>Path between</source>
        <translation>Weg dazwischen</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramNaming</name>
    <message>
        <source>The diagrams are saved in %1.</source>
        <translation>Die Diagramme sind in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No table is selected.</source>
        <translation>Es ist keine Tabelle ausgewählt.</translation>
    </message>
    <message>
        <source>The last diagram stays.</source>
        <translation>Das letzte Diagramm bleibt.</translation>
    </message>
    <message>
        <source>New diagram</source>
        <translation>Neues Diagramm</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>New diagram from the selection</source>
        <translation>Neues Diagramm aus der Auswahl</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Duplicate the diagram</source>
        <translation>Diagramm duplizieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Rename the diagram</source>
        <translation>Diagramm umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save the diagrams</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>Load diagrams</source>
        <translation>Diagramme laden</translation>
    </message>
    <message>
        <source>Diagrams (*.diagram.json *.json)</source>
        <translation>Diagramme (*.diagram.json *.json)</translation>
    </message>
    <message>
        <source>The diagrams are those of %1.</source>
        <translation>Die Diagramme sind die aus %1.</translation>
    </message>
    <message>
        <source>%1 has changed. Loading it replaces the diagrams that are open here.</source>
        <translation>%1 hat sich geändert. Wird sie geladen, ersetzt das die Diagramme, die hier offen sind.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>%1 is not as it was saved last. %2 Nothing was written.</source>
        <translation>%1 ist nicht so, wie sie zuletzt gespeichert wurde. %2 Geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramNotes</name>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramOutput</name>
    <message>
        <source>Export the diagram</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Drawing %1…</source>
        <translation>Zeichne %1 …</translation>
    </message>
    <message>
        <source>The diagram is in %1.</source>
        <translation>Das Diagramm ist in %1.</translation>
    </message>
    <message>
        <source>The diagram is in %1. %2</source>
        <translation>Das Diagramm ist in %1. %2</translation>
    </message>
    <message>
        <source>Drawing an image…</source>
        <translation>Zeichne ein Bild …</translation>
    </message>
    <message>
        <source>The diagram is on the clipboard as an image.</source>
        <translation>Das Diagramm ist als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The diagram is on the clipboard as Mermaid.</source>
        <translation>Das Diagramm ist als Mermaid in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>The tables are on the clipboard as a Drizzle schema.</source>
        <translation>Die Tabellen sind als Drizzle-Schema in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Drizzle has no words for %1.</source>
        <translation>Für %1 hat Drizzle keine Worte.</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramOverlays</name>
    <message>
        <source>Overlay: none</source>
        <translation>Überlagerung: keine</translation>
    </message>
    <message>
        <source>Overlay: rows</source>
        <translation>Überlagerung: Zeilen</translation>
    </message>
    <message>
        <source>Overlay: size</source>
        <translation>Überlagerung: Größe</translation>
    </message>
    <message>
        <source>Overlay: missing indexes</source>
        <translation>Überlagerung: fehlende Indexe</translation>
    </message>
    <message>
        <source>Overlay: unused indexes</source>
        <translation>Überlagerung: ungenutzte Indexe</translation>
    </message>
    <message>
        <source>Overlay: cycles</source>
        <translation>Überlagerung: Kreise</translation>
    </message>
    <message>
        <source>Overlay: changes</source>
        <translation>Überlagerung: Änderungen</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramPainter</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramPdf</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The page is as large as PDF allows, the diagram at %1 of its size.</source>
        <translation>Die Seite ist so groß, wie PDF es erlaubt, das Diagramm in %1 seiner Größe.</translation>
    </message>
    <message>
        <source>Drawn at %1 of its size, so that every table is whole on a page.</source>
        <translation>In %1 der Größe gezeichnet, damit jede Tabelle auf einer Seite ganz ist.</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramTabs</name>
    <message>
        <source>Open the structure</source>
        <translation>Struktur öffnen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>Auswahl zeigen</translation>
    </message>
    <message>
        <source>Show the whole</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show hidden tables again</source>
        <translation>Ausgeblendete Tabellen wieder zeigen</translation>
    </message>
    <message>
        <source>Arrange anew</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>No diagram is in front.</source>
        <translation>Es ist kein Diagramm im Vordergrund.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Export diagram…</source>
        <translation>Diagramm exportieren …</translation>
    </message>
    <message>
        <source>Copy as an image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as Mermaid</source>
        <translation>Als Mermaid kopieren</translation>
    </message>
    <message>
        <source>Copy as a Drizzle schema</source>
        <translation>Als Drizzle-Schema kopieren</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramView</name>
    <message>
        <source>Reading the schema…</source>
        <translation>Das Schema wird gelesen…</translation>
    </message>
    <message>
        <source>Laying out the diagram…</source>
        <translation>Das Diagramm wird angeordnet…</translation>
    </message>
    <message>
        <source>There are no tables here yet. As soon as there are, the diagram shows them.</source>
        <translation>Hier gibt es noch keine Tabellen. Sobald es welche gibt, zeigt das Diagramm sie.</translation>
    </message>
    <message>
        <source>All tables are hidden. “Show hidden tables again” in the palette brings them back.</source>
        <translation>Alle Tabellen sind ausgeblendet. „Ausgeblendete Tabellen wieder zeigen“ in der Palette holt sie zurück.</translation>
    </message>
    <message>
        <source>No table is selected.</source>
        <translation>Es ist keine Tabelle ausgewählt.</translation>
    </message>
    <message>
        <source>No table is hidden.</source>
        <translation>Es ist keine Tabelle ausgeblendet.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The diagram is empty.</source>
        <translation>Das Diagramm ist leer.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>What is deleted here stays in the log for a year.</source>
        <translation>Was hier gelöscht wird, bleibt ein Jahr lang im Protokoll.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramWays</name>
    <message>
        <source>Leave the path (Esc)</source>
        <translation>Den Weg verlassen (Esc)</translation>
    </message>
    <message>
        <source>Back to the whole diagram (Esc)</source>
        <translation>Zurück zum ganzen Diagramm (Esc)</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>Count from now</source>
        <translation>Ab jetzt zählen</translation>
    </message>
    <message>
        <source>How many references away</source>
        <translation>Wie viele Verweise weit</translation>
    </message>
    <message>
        <source>One step nearer (,)</source>
        <translation>Einen Schritt näher (,)</translation>
    </message>
    <message>
        <source>One step farther (.)</source>
        <translation>Einen Schritt weiter (.)</translation>
    </message>
    <message>
        <source>Select two tables first.</source>
        <translation>Erst zwei Tabellen auswählen.</translation>
    </message>
    <message>
        <source>No neighbourhood is shown.</source>
        <translation>Es wird keine Nachbarschaft gezeigt.</translation>
    </message>
    <message>
        <source>The whole diagram is shown.</source>
        <translation>Das ganze Diagramm wird gezeigt.</translation>
    </message>
    <message>
        <source>No table is selected.</source>
        <translation>Es ist keine Tabelle ausgewählt.</translation>
    </message>
    <message>
        <source>This table refers to no other.</source>
        <translation>Diese Tabelle verweist auf keine andere.</translation>
    </message>
    <message>
        <source>No table refers to this one.</source>
        <translation>Keine Tabelle verweist auf diese.</translation>
    </message>
    <message>
        <source>No references lead from %1 to %2.</source>
        <translation>Von %1 führen keine Verweise zu %2.</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Changes since %1</source>
        <translation>Änderungen seit %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::DiagramWords</name>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>1 reference</source>
        <translation>1 Verweis</translation>
    </message>
    <message>
        <source>%1 references</source>
        <translation>%1 Verweise</translation>
    </message>
    <message>
        <source>1 partition</source>
        <translation>1 Partition</translation>
    </message>
    <message>
        <source>%1 partitions</source>
        <translation>%1 Partitionen</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
</context>
<context>
    <name>squall::ui::DurationText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>squall::ui::EditBar</name>
    <message>
        <source>+ Row</source>
        <translation>+ Zeile</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Review 1 change</source>
        <translation>1 Änderung prüfen</translation>
    </message>
    <message>
        <source>Review %L1 changes</source>
        <translation>%L1 Änderungen prüfen</translation>
    </message>
    <message>
        <source>See what would be sent, and apply it (%1)</source>
        <translation>Ansehen, was gesendet würde, und anwenden (%1)</translation>
    </message>
    <message>
        <source>%L1 of this table, %L2 of others (%3)</source>
        <translation>%L1 in dieser Tabelle, %L2 in anderen (%3)</translation>
    </message>
    <message>
        <source>1 edit elsewhere</source>
        <translation>1 Änderung anderswo</translation>
    </message>
    <message>
        <source>%L1 edits elsewhere</source>
        <translation>%L1 Änderungen anderswo</translation>
    </message>
    <message>
        <source>Add a row (%1)</source>
        <translation>Eine Zeile hinzufügen (%1)</translation>
    </message>
    <message>
        <source>Staged changes of rows that are not among those read here: see them in the review</source>
        <translation>Vorgemerkte Änderungen an Zeilen, die hier nicht gelesen sind: in der Durchsicht ansehen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ErrorPanel</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to the place of the error in the text</source>
        <translation>Zur Stelle des Fehlers im Text gehen</translation>
    </message>
    <message>
        <source>The statement after it was not run.</source>
        <translation>Die Anweisung danach wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The %L1 statements after it were not run.</source>
        <translation>Die %L1 Anweisungen danach wurden nicht ausgeführt.</translation>
    </message>
</context>
<context>
    <name>squall::ui::FailurePanel</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Was der Server sagte</translation>
    </message>
    <message>
        <source>It may have been dropped or renamed since the schema was read. Reloading the schema shows what is there now.</source>
        <translation>Vielleicht wurde es gelöscht oder umbenannt, seit das Schema gelesen wurde. Wird das Schema neu geladen, zeigt sich, was es jetzt gibt.</translation>
    </message>
    <message>
        <source>This role may not read it. Its owner can allow that with GRANT SELECT.</source>
        <translation>Diese Rolle darf es nicht lesen. Der Eigentümer kann das mit GRANT SELECT erlauben.</translation>
    </message>
    <message>
        <source>Values of this type have no order. Sort by another column.</source>
        <translation>Werte dieses Typs haben keine Reihenfolge. Nach einer anderen Spalte sortieren.</translation>
    </message>
    <message>
        <source>Trying again connects anew.</source>
        <translation>Ein neuer Versuch verbindet neu.</translation>
    </message>
</context>
<context>
    <name>squall::ui::FieldEditing</name>
    <message>
        <source>The whole value could not be read: %1</source>
        <translation>Der ganze Wert konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Editing %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
</context>
<context>
    <name>squall::ui::Filter</name>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt auf</translation>
    </message>
    <message>
        <source>is NULL</source>
        <translation>ist NULL</translation>
    </message>
    <message>
        <source>is not NULL</source>
        <translation>ist nicht NULL</translation>
    </message>
    <message>
        <source>is true</source>
        <translation>ist wahr</translation>
    </message>
    <message>
        <source>is false</source>
        <translation>ist falsch</translation>
    </message>
    <message>
        <source>has path</source>
        <translation>hat den Pfad</translation>
    </message>
    <message>
        <source>contains JSON</source>
        <translation>enthält JSON</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>umfasst</translation>
    </message>
    <message>
        <source>has the words</source>
        <translation>hat die Wörter</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between conditions</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source> and </source>
        <comment>between conditions</comment>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>squall::ui::FilterBar</name>
    <message>
        <source>+ Filter</source>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Eine Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>A condition in SQL</source>
        <translation>Eine Bedingung in SQL</translation>
    </message>
    <message>
        <source>Hide deleted</source>
        <translation>Gelöschte ausblenden</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Show all rows again</source>
        <translation>Wieder alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Filters with a name</source>
        <translation>Filter mit Namen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find in all columns of text</source>
        <translation>In allen Textspalten suchen</translation>
    </message>
    <message>
        <source>Find in text columns</source>
        <translation>In Textspalten suchen</translation>
    </message>
    <message>
        <source>Leave out rows that %1 marks as deleted; until then they are dimmed</source>
        <translation>Zeilen weglassen, die %1 als gelöscht kennzeichnet; bis dahin sind sie blass</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>All conditions must hold, or any of them: a click changes that</source>
        <translation>Alle Bedingungen müssen gelten, oder eine davon: ein Klick ändert das</translation>
    </message>
    <message>
        <source>Looking for rows…</source>
        <translation>Zeilen werden gesucht …</translation>
    </message>
</context>
<context>
    <name>squall::ui::FilterChip</name>
    <message>
        <source>Condition: %1</source>
        <translation>Bedingung: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::FilterPopup</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
</context>
<context>
    <name>squall::ui::FindBar</name>
    <message>
        <source>What to find</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What to put in its place</source>
        <translation>Was an seine Stelle tritt</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match the case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place found</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
</context>
<context>
    <name>squall::ui::Grid</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>row %L1</source>
        <translation>Zeile %L1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>cut, %L1 long</source>
        <translation>gekürzt, %L1 lang</translation>
    </message>
</context>
<context>
    <name>squall::ui::GridCommands</name>
    <message>
        <source>%1 is of type %2, which has no empty text.</source>
        <translation>%1 ist vom Typ %2, der keinen leeren Text kennt.</translation>
    </message>
    <message>
        <source>%1 is of type %2, not a date or time.</source>
        <translation>%1 ist vom Typ %2, kein Datum und keine Zeit.</translation>
    </message>
    <message>
        <source>%1 is of type %2, not uuid.</source>
        <translation>%1 ist vom Typ %2, nicht uuid.</translation>
    </message>
    <message>
        <source>No cell is chosen.</source>
        <translation>Keine Zelle ist gewählt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Nothing is changed here.</source>
        <translation>Hier ist nichts geändert.</translation>
    </message>
    <message>
        <source>Select cells of several rows first.</source>
        <translation>Zuerst Zellen mehrerer Zeilen auswählen.</translation>
    </message>
    <message>
        <source>The clipboard is empty.</source>
        <translation>Die Zwischenablage ist leer.</translation>
    </message>
    <message>
        <source>%1 may not be NULL.</source>
        <translation>%1 darf nicht NULL sein.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Undo: Edit 3 cells</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>These rows are those of a query: rows are added and deleted in their table.</source>
        <translation>Diese Zeilen sind die einer Abfrage: Zeilen fügt man in ihrer Tabelle hinzu und löscht sie dort.</translation>
    </message>
</context>
<context>
    <name>squall::ui::GridEditing</name>
    <message>
        <source>The whole value could not be read: %1</source>
        <translation>Der ganze Wert konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Editing %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
</context>
<context>
    <name>squall::ui::GridHeader</name>
    <message>
        <source>sorted ascending</source>
        <translation>aufsteigend sortiert</translation>
    </message>
    <message>
        <source>sorted descending</source>
        <translation>absteigend sortiert</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>written by the server</source>
        <translation>vom Server geschrieben</translation>
    </message>
</context>
<context>
    <name>squall::ui::GridPainter</name>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
</context>
<context>
    <name>squall::ui::GroupDialog</name>
    <message>
        <source>Colour and group</source>
        <translation>Farbe und Gruppe</translation>
    </message>
    <message>
        <source>None; the colour&apos;s name is shown</source>
        <translation>Keine; der Name der Farbe wird gezeigt</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>squall::ui::GroupEditor</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>Wie die Bedingungen verbunden sind</translation>
    </message>
    <message>
        <source>all of these hold</source>
        <translation>alle gelten</translation>
    </message>
    <message>
        <source>any of these holds</source>
        <translation>eine davon gilt</translation>
    </message>
    <message>
        <source>Rows where</source>
        <translation>Zeilen, für die</translation>
    </message>
    <message>
        <source>and where</source>
        <translation>und für die</translation>
    </message>
    <message>
        <source>+ Condition</source>
        <translation>+ Bedingung</translation>
    </message>
    <message>
        <source>+ Group</source>
        <translation>+ Gruppe</translation>
    </message>
    <message>
        <source>Conditions of their own between parentheses</source>
        <translation>Eigene Bedingungen zwischen Klammern</translation>
    </message>
</context>
<context>
    <name>squall::ui::HeaderBar</name>
    <message>
        <source>Switch to another connection</source>
        <translation>Zu einer anderen Verbindung wechseln</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Open database: %1</source>
        <translation>Offene Datenbank: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::HeldStrip</name>
    <message>
        <source>Held before it is run. %1 %2 Without an answer it is not run.</source>
        <comment>what it would do</comment>
        <translation>Vor der Ausführung angehalten. %1 %2 Ohne Antwort wird sie nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It was tried and rolled back: nothing is written, and nothing is locked while you decide.</source>
        <translation>Sie wurde versucht und zurückgerollt: Nichts ist geschrieben, und nichts ist gesperrt, während Sie entscheiden.</translation>
    </message>
    <message>
        <source>Nothing is written, and nothing is locked while you decide.</source>
        <translation>Nichts ist geschrieben, und nichts ist gesperrt, während Sie entscheiden.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run all of the script</source>
        <translation>Das ganze Skript ausführen</translation>
    </message>
    <message>
        <source>Do not run it</source>
        <translation>Nicht ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Held before it is committed. %n row(s) are written in the open transaction, and locked for others until you decide.</source>
        <translation>
            <numerusform>Vor dem Festschreiben angehalten. %n Zeile ist in der offenen Transaktion geschrieben und für andere gesperrt, bis Sie entscheiden.</numerusform>
            <numerusform>Vor dem Festschreiben angehalten. %n Zeilen sind in der offenen Transaktion geschrieben und für andere gesperrt, bis Sie entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without an answer all of it is rolled back.</source>
        <translation>Ohne Antwort wird alles zurückgerollt.</translation>
    </message>
    <message>
        <source>Without an answer it stays open.</source>
        <translation>Ohne Antwort bleibt sie offen.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <comment>an answer, and how long until it is taken</comment>
        <translation>%1 · %2 s</translation>
    </message>
</context>
<context>
    <name>squall::ui::HexView</name>
    <message>
        <source>end, offset %1</source>
        <translation>Ende, Offset %1</translation>
    </message>
    <message>
        <source>%1 at offset %2</source>
        <translation>%1 an Offset %2</translation>
    </message>
</context>
<context>
    <name>squall::ui::HistoryPanel</name>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Search what was run, or its errors</source>
        <translation>Ausgeführtes oder Fehler suchen</translation>
    </message>
    <message>
        <source>Where it was run</source>
        <translation>Wo es ausgeführt wurde</translation>
    </message>
    <message>
        <source>This database</source>
        <translation>Diese Datenbank</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Delete the history…</source>
        <translation>Verlauf löschen …</translation>
    </message>
    <message>
        <source>What was run, the newest first</source>
        <translation>Was ausgeführt wurde, das Neueste zuerst</translation>
    </message>
    <message>
        <source>The statement</source>
        <translation>Die Anweisung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>In a new SQL tab (Enter)</source>
        <translation>In einem neuen SQL-Tab (Enter)</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>At the cursor (Shift+Enter)</source>
        <translation>An der Schreibmarke (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>As a saved query</source>
        <translation>Als gespeicherte Abfrage</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Choose a statement to see all of it.</source>
        <translation>Wählen Sie eine Anweisung, um sie ganz zu sehen.</translation>
    </message>
    <message>
        <source>Not all of it was kept: it is too long, or a password was left out. It cannot be run again as it stands here.</source>
        <translation>Nicht alles davon wurde aufgehoben: Es ist zu lang, oder ein Passwort wurde weggelassen. So, wie es hier steht, kann es nicht noch einmal ausgeführt werden.</translation>
    </message>
    <message>
        <source>Nothing is kept: the workspace could not be opened.</source>
        <translation>Es wird nichts aufgehoben: Der Arbeitsbereich konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Nothing that was run contains “%1”.</source>
        <translation>Nichts Ausgeführtes enthält „%1“.</translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation>Hier ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing was run here yet. Every statement run in an SQL tab will be listed.</source>
        <translation>Hier wurde noch nichts ausgeführt. Jede Anweisung, die in einem SQL-Tab ausgeführt wird, steht dann hier.</translation>
    </message>
    <message>
        <source>Delete all that was run on this connection? It cannot be brought back.</source>
        <translation>Alles löschen, was auf dieser Verbindung ausgeführt wurde? Es kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Delete all that was ever run, on every connection? It cannot be brought back.</source>
        <translation>Alles löschen, was je ausgeführt wurde, auf allen Verbindungen? Es kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Open in a new SQL tab</source>
        <translation>In einem neuen SQL-Tab öffnen</translation>
    </message>
    <message>
        <source>Insert at the cursor</source>
        <translation>An der Schreibmarke einfügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as a query…</source>
        <translation>Als Abfrage speichern …</translation>
    </message>
    <message>
        <source>Delete from the history</source>
        <translation>Aus dem Verlauf löschen</translation>
    </message>
    <message>
        <source>Bring back what was deleted</source>
        <translation>Gelöschtes zurückholen</translation>
    </message>
</context>
<context>
    <name>squall::ui::Inspector</name>
    <message>
        <source>Details of the selected object</source>
        <translation>Einzelheiten des ausgewählten Objekts</translation>
    </message>
    <message>
        <source>Select something to see what it is.</source>
        <translation>Etwas auswählen, um zu sehen, was es ist.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::ItemsEditor</name>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>This part is NULL</source>
        <translation>Dieser Teil ist NULL</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>squall::ui::JsonEditor</name>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>Einrücken</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>JSON tree</source>
        <translation>JSON-Baum</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Line %L1, column %L2: %3</source>
        <translation>Zeile %L1, Spalte %L2: %3</translation>
    </message>
    <message>
        <source>%1 as text</source>
        <translation>%1 als Text</translation>
    </message>
</context>
<context>
    <name>squall::ui::KeyBindings</name>
    <message>
        <source>No key was pressed.</source>
        <translation>Es wurde keine Taste gedrückt.</translation>
    </message>
    <message>
        <source>%1 is for typing: add Ctrl or Alt.</source>
        <translation>%1 dient zum Tippen: Strg oder Alt dazunehmen.</translation>
    </message>
    <message>
        <source>%1 is for moving about.</source>
        <translation>%1 dient zum Bewegen.</translation>
    </message>
    <message>
        <source>This file holds no keys.</source>
        <translation>Diese Datei enthält keine Tasten.</translation>
    </message>
</context>
<context>
    <name>squall::ui::KeysDialog</name>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste nehmen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie vorher</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <source>Press the new key:</source>
        <translation>Neue Taste drücken:</translation>
    </message>
    <message>
        <source>All as they were</source>
        <translation>Alle wie vorher</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Tasten (*.json)</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Tasten exportieren</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>Mitgeliefert: %1</translation>
    </message>
    <message>
        <source>%1 means “%2” now, which would lose it.</source>
        <translation>%1 bedeutet jetzt „%2“, das sie verlöre.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>Gelesen aus %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::LineBar</name>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile</translation>
    </message>
    <message>
        <source>Line to go to, and its column behind a colon</source>
        <translation>Zeile, zu der es geht, und hinter einem Doppelpunkt die Spalte</translation>
    </message>
</context>
<context>
    <name>squall::ui::LineCellEditor</name>
    <message>
        <source>%1 (Alt+Down)</source>
        <translation>%1 (Alt+Pfeil ab)</translation>
    </message>
</context>
<context>
    <name>squall::ui::MainWindow</name>
    <message>
        <source>Not reloaded: %1</source>
        <translation>Nicht neu geladen: %1</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Choose something at the left, or press Ctrl+P and type a few letters of its name.</source>
        <translation>Links etwas auswählen, oder Strg+P drücken und einige Buchstaben des Namens tippen.</translation>
    </message>
    <message>
        <source>%1 (%2) – Squall</source>
        <translation>%1 (%2) – Squall</translation>
    </message>
    <message>
        <source>Connecting and reading the schema</source>
        <translation>Verbinden und das Schema lesen</translation>
    </message>
    <message>
        <source>The server does not answer: %1</source>
        <translation>Der Server antwortet nicht: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::MarkingMenus</name>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>Mitten (waagerecht)</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Middles</source>
        <translation>Mitten (senkrecht)</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Distribute from left to right</source>
        <translation>Von links nach rechts verteilen</translation>
    </message>
    <message>
        <source>Distribute from top to bottom</source>
        <translation>Von oben nach unten verteilen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Declare a relation…</source>
        <translation>Beziehung angeben …</translation>
    </message>
    <message>
        <source>Declared relations</source>
        <translation>Angegebene Beziehungen</translation>
    </message>
    <message>
        <source>New diagram from the selection…</source>
        <translation>Neues Diagramm aus der Auswahl …</translation>
    </message>
    <message>
        <source>Edit the relation…</source>
        <translation>Beziehung bearbeiten …</translation>
    </message>
    <message>
        <source>Remove the relation</source>
        <translation>Beziehung entfernen</translation>
    </message>
</context>
<context>
    <name>squall::ui::MergeView</name>
    <message>
        <source>Take theirs</source>
        <translation>Deren Werte nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Drop my change</source>
        <translation>Meine Änderung verwerfen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Versions of the row</source>
        <translation>Fassungen der Zeile</translation>
    </message>
    <message>
        <source>Somebody else has deleted this row, or changed its key. Your change has nothing to go to: drop it, or keep it staged.</source>
        <translation>Jemand anders hat diese Zeile gelöscht oder ihren Schlüssel geändert. Ihre Änderung hat kein Ziel mehr: Verwerfen Sie sie, oder lassen Sie sie vorgemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>You and somebody else changed the same: choose what stands (%n left).</source>
        <translation>
            <numerusform>Sie und jemand anders haben dasselbe geändert: Wählen Sie, was gilt (%n offen).</numerusform>
            <numerusform>Sie und jemand anders haben dasselbe geändert: Wählen Sie, was gilt (%n offen).</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else changed this row after you had looked at it. Nothing is written until you apply again.</source>
        <translation>Jemand anders hat diese Zeile geändert, nachdem Sie sie gesehen hatten. Geschrieben wird erst, wenn Sie erneut anwenden.</translation>
    </message>
</context>
<context>
    <name>squall::ui::MessagePage</name>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Was der Server sagte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password, kept until Squall is closed</source>
        <translation>Passwort, bis zum Schließen von Squall behalten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>squall::ui::MessagesView</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>What the server says about a statement stands here.</source>
        <translation>Hier steht, was der Server zu einer Anweisung sagt.</translation>
    </message>
</context>
<context>
    <name>squall::ui::Minimap</name>
    <message>
        <source>Map of the diagram</source>
        <translation>Übersichtskarte des Diagramms</translation>
    </message>
</context>
<context>
    <name>squall::ui::NameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
</context>
<context>
    <name>squall::ui::NavigatorPanel</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>Navigator filtern</translation>
    </message>
    <message>
        <source>Reading the schema</source>
        <translation>Lese das Schema</translation>
    </message>
    <message>
        <source>Objects of the database</source>
        <translation>Objekte der Datenbank</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Nothing is named “%1”.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>squall::ui::NestedRows</name>
    <message>
        <source>%1 by %2</source>
        <comment>rows of a table, by columns</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Other rows that point here</source>
        <translation>Andere Zeilen, die hierher zeigen</translation>
    </message>
    <message>
        <source>Open in a tab</source>
        <translation>In einem Reiter öffnen</translation>
    </message>
    <message>
        <source>These rows in their table&apos;s own tab</source>
        <translation>Diese Zeilen im Reiter ihrer eigenen Tabelle</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing points to this row yet.</source>
        <translation>Auf diese Zeile zeigt noch nichts.</translation>
    </message>
    <message>
        <source>The big editor is in the tab of %1.</source>
        <translation>Den großen Editor gibt es im Reiter von %1.</translation>
    </message>
</context>
<context>
    <name>squall::ui::OpenField</name>
    <message>
        <source>Open anything</source>
        <translation>Beliebiges öffnen</translation>
    </message>
</context>
<context>
    <name>squall::ui::OpenedRows</name>
    <message>
        <source>What was open closed: the rows are in another order.</source>
        <translation>Was offen war, ist zu: Die Zeilen stehen in anderer Reihenfolge.</translation>
    </message>
    <message>
        <source>Nothing can point to this row by %1.</source>
        <translation>Nichts kann über %1 auf diese Zeile zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>What was opened first closed: %n rows can be open at once.</source>
        <translation>
            <numerusform>Was zuerst geöffnet wurde, ist zu: %n Zeile kann offen sein.</numerusform>
            <numerusform>Was zuerst geöffnet wurde, ist zu: %n Zeilen können gleichzeitig offen sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was open below a row closed: the row is not there any more.</source>
        <translation>Was unter einer Zeile offen war, ist zu: Die Zeile gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>squall::ui::PalettePopup</name>
    <message>
        <source>Open anything</source>
        <translation>Beliebiges öffnen</translation>
    </message>
    <message>
        <source>What to open</source>
        <translation>Was öffnen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Nothing found. “&gt;” searches commands, “@” saved queries.</source>
        <translation>Nichts gefunden. „&gt;“ sucht Befehle, „@“ gespeicherte Abfragen.</translation>
    </message>
    <message>
        <source>Open a table, view, function … &gt; for commands, @ for saved queries</source>
        <translation>Tabelle, Sicht, Funktion … öffnen, &gt; für Befehle, @ für gespeicherte Abfragen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ParameterStrip</name>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>%1 is NULL</source>
        <translation>%1 ist NULL</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>parameter: what is wrong with its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>squall::ui::PasteOfferStrip</name>
    <message>
        <source>Paste, and add the other rows</source>
        <translation>Einfügen und die übrigen Zeilen hinzufügen</translation>
    </message>
    <message>
        <source>Add all of them as new rows</source>
        <translation>Alle als neue Zeilen hinzufügen</translation>
    </message>
    <message>
        <source>Paste %L1, add %L2</source>
        <translation>%L1 einfügen, %L2 hinzufügen</translation>
    </message>
    <message>
        <source>Add %L1 rows</source>
        <translation>%L1 Zeilen hinzufügen</translation>
    </message>
    <message>
        <source>Rows to paste: %L1, left in the table: %L2. Nothing is pasted yet: Ctrl+V again adds the others as new rows, Ctrl+Shift+V adds all of them, Esc leaves it.</source>
        <translation>Zeilen zum Einfügen: %L1, in der Tabelle übrig: %L2. Noch ist nichts eingefügt: Noch einmal Strg+V fügt die übrigen als neue Zeilen hinzu, Strg+Umschalt+V alle, Esc lässt es.</translation>
    </message>
</context>
<context>
    <name>squall::ui::PlainCellEditor</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>squall::ui::PlanBar</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Execute the statement and measure each step; what it changes is rolled back</source>
        <translation>Die Anweisung ausführen und jeden Schritt messen; was sie ändert, wird zurückgerollt</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::PlanHints</name>
    <message>
        <source>What would help</source>
        <translation>Was helfen würde</translation>
    </message>
    <message>
        <source>Copy the fix</source>
        <translation>Abhilfe kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>What if?</source>
        <translation>Was wäre wenn?</translation>
    </message>
    <message>
        <source>Plan the statement as if this index were there</source>
        <translation>Die Anweisung planen, als gäbe es diesen Index</translation>
    </message>
    <message>
        <source>Show the step</source>
        <translation>Schritt zeigen</translation>
    </message>
</context>
<context>
    <name>squall::ui::PlanSidePanel</name>
    <message>
        <source>What if?</source>
        <translation>Was wäre wenn?</translation>
    </message>
    <message>
        <source>An index that is only thought of</source>
        <translation>Ein nur gedachter Index</translation>
    </message>
</context>
<context>
    <name>squall::ui::PlanTree</name>
    <message>
        <source>Steps of the plan</source>
        <translation>Schritte des Plans</translation>
    </message>
</context>
<context>
    <name>squall::ui::PlanView</name>
    <message>
        <source>Plan as text</source>
        <translation>Plan als Text</translation>
    </message>
    <message>
        <source>Plan as JSON</source>
        <translation>Plan als JSON</translation>
    </message>
    <message>
        <source>The fix is in the clipboard</source>
        <translation>Die Abhilfe ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Asking the server for the plan…</source>
        <translation>Der Server wird nach dem Plan gefragt …</translation>
    </message>
    <message>
        <source>There is no plan</source>
        <translation>Es gibt keinen Plan</translation>
    </message>
    <message>
        <source>How the server would do it, step by step. Explain a statement to see it here; Explain Analyze also measures it.</source>
        <translation>Wie der Server es machen würde, Schritt für Schritt. Lassen Sie eine Anweisung erklären, um es hier zu sehen; Explain Analyze misst auch.</translation>
    </message>
</context>
<context>
    <name>squall::ui::ProjectButton</name>
    <message>
        <source>Drizzle project with a fault</source>
        <translation>Drizzle-Projekt mit einem Fehler</translation>
    </message>
    <message>
        <source>Drizzle project: %1</source>
        <translation>Drizzle-Projekt: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Drizzle project %1 in %2</source>
        <translation>Drizzle-Projekt %1 in %2</translation>
    </message>
    <message>
        <source>What is shown is the last schema that could be read.</source>
        <translation>Zu sehen ist das letzte Schema, das sich lesen ließ.</translation>
    </message>
</context>
<context>
    <name>squall::ui::ProjectMenu</name>
    <message>
        <source>Copies the message: %1</source>
        <translation>Kopiert die Meldung: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::QueryLibrary</name>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 “Undo the last change to saved queries” brings it back.</source>
        <translation>%1 „Letzte Änderung an gespeicherten Abfragen zurücknehmen“ holt es zurück.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed in the saved queries.</source>
        <translation>An den gespeicherten Abfragen wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 zurücknehmen</translation>
    </message>
    <message>
        <source>Open in a new SQL tab</source>
        <translation>In einem neuen SQL-Tab öffnen</translation>
    </message>
    <message>
        <source>Insert at the cursor</source>
        <translation>An der Schreibmarke einfügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Name, folder, abbreviation…</source>
        <translation>Name, Ordner, Kürzel …</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Move the query</source>
        <translation>Abfrage verschieben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename the folder…</source>
        <translation>Ordner umbenennen …</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Delete the folder and its queries</source>
        <translation>Ordner mit seinen Abfragen löschen</translation>
    </message>
    <message>
        <source>The folder “%1” was deleted.</source>
        <translation>Der Ordner „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Folder; reports/weekly is one in another</source>
        <translation>Ordner; berichte/woche ist einer in einem anderen</translation>
    </message>
</context>
<context>
    <name>squall::ui::QueryTabs</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History of what was run</source>
        <translation>Verlauf des Ausgeführten</translation>
    </message>
    <message>
        <source>Open a saved query…</source>
        <translation>Gespeicherte Abfrage öffnen …</translation>
    </message>
    <message>
        <source>No SQL tab is in front.</source>
        <translation>Es ist kein SQL-Tab vorn.</translation>
    </message>
    <message>
        <source>Save as a query…</source>
        <translation>Als Abfrage speichern …</translation>
    </message>
    <message>
        <source>Undo the last change to saved queries</source>
        <translation>Letzte Änderung an gespeicherten Abfragen zurücknehmen</translation>
    </message>
    <message>
        <source>Draw the result as a chart</source>
        <translation>Das Ergebnis als Diagramm zeichnen</translation>
    </message>
    <message>
        <source>No result is in front.</source>
        <translation>Es ist kein Ergebnis vorn.</translation>
    </message>
</context>
<context>
    <name>squall::ui::RangeEditor</name>
    <message>
        <source>Empty range</source>
        <translation>Leerer Bereich</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>%1: kind of bound</source>
        <translation>%1: Art der Grenze</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Eingeschlossen</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Bis: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::RecentProjectList</name>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project %1 in %2</source>
        <translation>Projekt %1 in %2</translation>
    </message>
</context>
<context>
    <name>squall::ui::ReferencePeek</name>
    <message>
        <source>This column points to no other table.</source>
        <translation>Diese Spalte verweist auf keine andere Tabelle.</translation>
    </message>
    <message>
        <source>There is nothing here to follow.</source>
        <translation>Hier gibt es nichts, dem zu folgen wäre.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>columns that point to a table</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>A new row, not written yet.</source>
        <translation>Eine neue Zeile, noch nicht geschrieben.</translation>
    </message>
</context>
<context>
    <name>squall::ui::RelatedList</name>
    <message>
        <source>no index</source>
        <comment>a count is missing for lack of one</comment>
        <translation>kein Index</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>Nothing can point to this row yet.</source>
        <translation>Auf diese Zeile kann noch nichts verweisen.</translation>
    </message>
    <message>
        <source>No index on %1 (%2) helps: counting reads the whole table.</source>
        <translation>Kein Index auf %1 (%2) hilft: Zählen liest die ganze Tabelle.</translation>
    </message>
    <message>
        <source>Counting took longer than it may unasked.</source>
        <translation>Das Zählen dauerte länger, als es ungefragt darf.</translation>
    </message>
    <message>
        <source>Show the rows of %1 that point here by %2</source>
        <translation>Die Zeilen von %1 zeigen, die über %2 hierher verweisen</translation>
    </message>
    <message>
        <source>Points here</source>
        <translation>Verweist hierher</translation>
    </message>
    <message>
        <source>Rows that point here</source>
        <translation>Zeilen, die hierher verweisen</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>columns</comment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Declared in %1, without a foreign key</source>
        <translation>Erklärt in %1, ohne Fremdschlüssel</translation>
    </message>
</context>
<context>
    <name>squall::ui::RelatedMargin</name>
    <message>
        <source>by %1</source>
        <comment>columns that point</comment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>How many rows of %1 point to each row by %2</source>
        <translation>Wie viele Zeilen von %1 über %2 auf jede Zeile zeigen</translation>
    </message>
    <message>
        <source>More than %L1 rows of %2 point here</source>
        <translation>Mehr als %L1 Zeilen von %2 zeigen hierher</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, and of what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ResultStrip</name>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>Alles lesen</translation>
    </message>
    <message>
        <source>Leave the rest</source>
        <translation>Rest weglassen</translation>
    </message>
    <message>
        <source>%L1 rows are here (%2); there are more.</source>
        <translation>%L1 Zeilen sind hier (%2); es gibt mehr.</translation>
    </message>
    <message>
        <source>What is left with the server holds on to old rows there: the result ends at %1.</source>
        <translation>Was beim Server liegt, hält dort alte Zeilen fest: Das Ergebnis endet um %1.</translation>
    </message>
    <message>
        <source>The first %L1 rows only. %2</source>
        <translation>Nur die ersten %L1 Zeilen. %2</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Run its statement again (%1)</source>
        <translation>Die Anweisung erneut ausführen (%1)</translation>
    </message>
    <message>
        <source>Read on %1 and kept since then: not live.</source>
        <translation>Gelesen am %1 und seitdem aufgehoben: nicht der heutige Stand.</translation>
    </message>
</context>
<context>
    <name>squall::ui::ResultView</name>
    <message>
        <source>Filter the rows that are read</source>
        <translation>Die gelesenen Zeilen filtern</translation>
    </message>
    <message>
        <source>Rows that contain…</source>
        <translation>Zeilen, die enthalten …</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>%L1 of %2</source>
        <translation>%L1 von %2</translation>
    </message>
    <message>
        <source>%1 so far, %2</source>
        <translation>bisher %1, %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>20 rows in 6.2 ms</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>No rows contain that.</source>
        <translation>Keine Zeile enthält das.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>One value a line</source>
        <translation>Ein Wert je Zeile</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie es kam</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>%1, kept</source>
        <comment>20 rows, kept since an earlier run</comment>
        <translation>%1, aufgehoben</translation>
    </message>
</context>
<context>
    <name>squall::ui::ResultsPane</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>Angehalten nach %1</translation>
    </message>
    <message>
        <source>Failed after %1</source>
        <translation>Gescheitert nach %1</translation>
    </message>
    <message>
        <source>1 statement in %1</source>
        <translation>1 Anweisung in %1</translation>
    </message>
    <message>
        <source>%L1 statements in %2</source>
        <translation>%L1 Anweisungen in %2</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>row count so far</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Running for %1; Esc stops it</source>
        <translation>Läuft seit %1; Esc hält an</translation>
    </message>
    <message>
        <source>Keep over the next run</source>
        <translation>Beim nächsten Ausführen behalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go to its statement</source>
        <translation>Zur Anweisung gehen</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Draw as a chart</source>
        <translation>Als Diagramm zeichnen</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Waits for your decision; Esc does not run it</source>
        <translation>Wartet auf Ihre Entscheidung; mit Esc wird nichts ausgeführt</translation>
    </message>
    <message>
        <source>See what would be sent, and apply it (%1)</source>
        <translation>Ansehen, was gesendet würde, und anwenden (%1)</translation>
    </message>
    <message>
        <source>Review 1 change</source>
        <translation>1 Änderung prüfen</translation>
    </message>
    <message>
        <source>Review %L1 changes</source>
        <translation>%L1 Änderungen prüfen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ReviewPage</name>
    <message>
        <source>Copy SQL</source>
        <translation>SQL kopieren</translation>
    </message>
    <message>
        <source>Unlock writing…</source>
        <translation>Schreiben freigeben …</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>One transaction, in this order. Each statement has to find the row as you saw it, or nothing at all is written.</source>
        <translation>Eine Transaktion, in dieser Reihenfolge. Jede Anweisung muss die Zeile so vorfinden, wie Sie sie gesehen haben, sonst wird gar nichts geschrieben.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Ctrl+S or Enter</source>
        <translation>Strg+S oder Eingabe</translation>
    </message>
    <message>
        <source>SQL that will run</source>
        <translation>SQL, das laufen wird</translation>
    </message>
    <message>
        <source>nothing is staged</source>
        <translation>nichts vorgemerkt</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet …</translation>
    </message>
    <message>
        <source>Nothing was written; everything is still staged.</source>
        <translation>Nichts wurde geschrieben; alles ist noch vorgemerkt.</translation>
    </message>
    <message>
        <source>The connection broke while the changes were being committed. The server is asked what became of them.</source>
        <translation>Die Verbindung brach ab, während die Änderungen übernommen wurden. Der Server wird gefragt, was aus ihnen geworden ist.</translation>
    </message>
    <message>
        <source>This is production, and writing is locked.</source>
        <translation>Dies ist Produktion, und Schreiben ist gesperrt.</translation>
    </message>
    <message>
        <source>Apply 1 change</source>
        <translation>1 Änderung anwenden</translation>
    </message>
    <message>
        <source>Apply %1 changes</source>
        <translation>%1 Änderungen anwenden</translation>
    </message>
    <message>
        <source>The server will refuse this: other rows reference what is to be deleted. They stand at the end of the list.</source>
        <translation>Der Server wird das ablehnen: Andere Zeilen verweisen auf das, was gelöscht werden soll. Sie stehen am Ende der Liste.</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>Zur Zeile</translation>
    </message>
    <message>
        <source>The row in its table, at the column that is to blame (F4)</source>
        <translation>Die Zeile in ihrer Tabelle, bei der Spalte, an der es liegt (F4)</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take back what is staged for the selected rows, or for a whole table (Delete)</source>
        <translation>Zurücknehmen, was für die ausgewählten Zeilen oder eine ganze Tabelle vorgemerkt ist (Entf)</translation>
    </message>
    <message>
        <source>Write %1 changes</source>
        <translation>%1 Änderungen schreiben</translation>
    </message>
    <message>
        <source>Try %1 changes</source>
        <translation>%1 Änderungen probieren</translation>
    </message>
    <message>
        <source>1 row changed underneath and waits for what you choose.</source>
        <translation>1 Zeile hat sich darunter geändert und wartet auf Ihre Wahl.</translation>
    </message>
    <message>
        <source>%L1 rows changed underneath and wait for what you choose.</source>
        <translation>%L1 Zeilen haben sich darunter geändert und warten auf Ihre Wahl.</translation>
    </message>
    <message>
        <source>1 row would be written</source>
        <translation>1 Zeile würde geschrieben</translation>
    </message>
    <message>
        <source>%L1 rows would be written</source>
        <translation>%L1 Zeilen würden geschrieben</translation>
    </message>
    <message>
        <source>Tried on the server and taken back: %1, and nothing is refused. Once more writes it.</source>
        <translation>Auf dem Server probiert und zurückgenommen: %1, nichts wird abgelehnt. Noch einmal schreibt es.</translation>
    </message>
    <message>
        <source>The server changes 1 further value by itself.</source>
        <translation>Der Server ändert von sich aus 1 weiteren Wert.</translation>
    </message>
    <message>
        <source>The server changes %L1 further values by itself.</source>
        <translation>Der Server ändert von sich aus %L1 weitere Werte.</translation>
    </message>
    <message>
        <source>Revert the selected rows</source>
        <translation>Ausgewählte Zeilen zurücksetzen</translation>
    </message>
    <message>
        <source>Revert all of %1</source>
        <translation>Alles von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Open in SQL tab</source>
        <translation>In SQL-Reiter öffnen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ReviewTab</name>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Nothing is staged.</source>
        <translation>Nichts ist vorgemerkt.</translation>
    </message>
    <message>
        <source>There is no commit to undo.</source>
        <translation>Es gibt kein Übernehmen, das sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>What takes the commit back is staged. Nothing is written until you apply it.</source>
        <translation>Was das Übernehmen zurücknimmt, ist vorgemerkt. Geschrieben wird erst, wenn Sie es anwenden.</translation>
    </message>
    <message>
        <source>1 row of %1</source>
        <translation>1 Zeile von %1</translation>
    </message>
    <message>
        <source>%1 rows of %2</source>
        <translation>%1 Zeilen von %2</translation>
    </message>
    <message>
        <source>Commits that can be taken back</source>
        <translation>Übernommenes, das sich zurücknehmen lässt</translation>
    </message>
</context>
<context>
    <name>squall::ui::RowCard</name>
    <message>
        <source>1 more column</source>
        <translation>1 weitere Spalte</translation>
    </message>
    <message>
        <source>%1 more columns</source>
        <translation>%1 weitere Spalten</translation>
    </message>
    <message>
        <source>F4 or a click goes there</source>
        <translation>F4 oder ein Klick führt hin</translation>
    </message>
</context>
<context>
    <name>squall::ui::RowCountButton</name>
    <message>
        <source>Number of rows</source>
        <translation>Anzahl der Zeilen</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>zählt …</translation>
    </message>
    <message>
        <source>Every row is being counted. A click or Esc stops that.</source>
        <translation>Alle Zeilen werden gezählt. Ein Klick oder Esc hält das an.</translation>
    </message>
    <message>
        <source>An estimate. A click counts every row.</source>
        <translation>Eine Schätzung. Ein Klick zählt alle Zeilen.</translation>
    </message>
    <message>
        <source>Counted at %1. F5 looks again.</source>
        <translation>Gezählt um %1. F5 sieht noch einmal nach.</translation>
    </message>
    <message>
        <source>%1, not counted</source>
        <comment>1,000 rows</comment>
        <translation>%1, nicht gezählt</translation>
    </message>
    <message>
        <source>Counting did not work: %1. A click tries again.</source>
        <translation>Das Zählen ging nicht: %1. Ein Klick versucht es noch einmal.</translation>
    </message>
</context>
<context>
    <name>squall::ui::RowForm</name>
    <message>
        <source>All of %1</source>
        <translation>%1, vollständig</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Show all (%1)</source>
        <translation>Alles zeigen (%1)</translation>
    </message>
    <message>
        <source>Show all (%L1 characters)</source>
        <translation>Alles zeigen (%L1 Zeichen)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Show the row of %1 that it points to (F4)</source>
        <translation>Die Zeile von %1 zeigen, auf die der Wert verweist (F4)</translation>
    </message>
</context>
<context>
    <name>squall::ui::RowPanel</name>
    <message>
        <source>The current row</source>
        <translation>Die aktuelle Zeile</translation>
    </message>
    <message>
        <source>Go to a cell to see its row here.</source>
        <translation>Gehen Sie zu einer Zelle, um hier ihre Zeile zu sehen.</translation>
    </message>
    <message>
        <source>Its column is hidden: show it to edit it.</source>
        <translation>Die Spalte ist ausgeblendet: zum Bearbeiten einblenden.</translation>
    </message>
</context>
<context>
    <name>squall::ui::RowsStrip</name>
    <message>
        <source>Read more rows</source>
        <translation>Weitere Zeilen lesen</translation>
    </message>
</context>
<context>
    <name>squall::ui::RowsView</name>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>first %1 of ≈ %2 rows</source>
        <translation>die ersten %1 von ≈ %2 Zeilen</translation>
    </message>
    <message>
        <source>first %1 rows</source>
        <translation>die ersten %1 Zeilen</translation>
    </message>
    <message>
        <source>≈ %1 rows</source>
        <translation>≈ %1 Zeilen</translation>
    </message>
    <message>
        <source>The rows of %1 could not be read</source>
        <translation>Die Zeilen von %1 waren nicht lesbar</translation>
    </message>
    <message>
        <source>No columns, and no rows</source>
        <translation>Keine Spalten und keine Zeilen</translation>
    </message>
    <message>
        <source>Reading on did not work: %1</source>
        <translation>Das Weiterlesen ging nicht: %1</translation>
    </message>
    <message>
        <source>No rows yet. F5 looks again.</source>
        <translation>Noch keine Zeilen. F5 sieht noch einmal nach.</translation>
    </message>
    <message>
        <source>No rows yet. Ctrl+N adds the first, F5 looks again.</source>
        <translation>Noch keine Zeilen. Strg+N fügt die erste hinzu, F5 sieht noch einmal nach.</translation>
    </message>
    <message>
        <source>No rows match the filter.</source>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
    <message>
        <source>No index gives these rows in this order. The first %L1 are here; the others come once the server has sorted all of them. Esc stops that.</source>
        <translation>Kein Index liefert diese Zeilen in dieser Reihenfolge. Die ersten %L1 sind da; die anderen kommen, sobald der Server alle sortiert hat. Esc hält das an.</translation>
    </message>
    <message>
        <source>The first %L1 rows only: no index gives these rows in this order, and there are too many to sort. A filter, or an index on the column, brings the others.</source>
        <translation>Nur die ersten %L1 Zeilen: Kein Index liefert sie in dieser Reihenfolge, und zum Sortieren sind es zu viele. Ein Filter oder ein Index auf der Spalte bringt die anderen.</translation>
    </message>
    <message>
        <source>The first %L1 rows only: sorting the others was stopped. F5 goes on.</source>
        <translation>Nur die ersten %L1 Zeilen: Das Sortieren der anderen wurde angehalten. F5 macht weiter.</translation>
    </message>
    <message>
        <source>The first %L1 rows only: the others could not be sorted. %2</source>
        <translation>Nur die ersten %L1 Zeilen: Die anderen ließen sich nicht sortieren. %2</translation>
    </message>
    <message>
        <source>The server is bringing the rows into this order. Esc goes back to the one before.</source>
        <translation>Der Server bringt die Zeilen in diese Reihenfolge. Esc kehrt zur vorigen zurück.</translation>
    </message>
    <message>
        <source>The first %L1 rows only: nothing tells these rows apart, so that there is no reading on from one of them. More of them are read from the first on.</source>
        <translation>Nur die ersten %L1 Zeilen: Nichts unterscheidet diese Zeilen, daher geht es von keiner aus weiter. Mehr davon werden von der ersten an gelesen.</translation>
    </message>
    <message>
        <source>The first %L1 rows only: more are not kept. A filter or another order brings others to the front.</source>
        <translation>Nur die ersten %L1 Zeilen: Mehr werden nicht gehalten. Ein Filter oder eine andere Reihenfolge bringt andere nach vorn.</translation>
    </message>
    <message>
        <source>More rows are being read. Esc stops that.</source>
        <translation>Weitere Zeilen werden gelesen. Esc hält das an.</translation>
    </message>
    <message>
        <source>Read %L1 rows</source>
        <translation>%L1 Zeilen lesen</translation>
    </message>
    <message>
        <source>%1 descending</source>
        <translation>%1 absteigend</translation>
    </message>
    <message>
        <source>Sorted as the table is</source>
        <translation>Sortiert wie die Tabelle</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::SavedFiltersMenu</name>
    <message>
        <source>Filter the rows first; then the filter can be saved here</source>
        <translation>Erst die Zeilen filtern; dann lässt sich der Filter hier speichern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Name to save this filter under</source>
        <translation>Name, unter dem der Filter gespeichert wird</translation>
    </message>
    <message>
        <source>Save as: type a name, Enter</source>
        <translation>Speichern als: Namen tippen, Eingabe</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename a filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>New name of %1:</source>
        <translation>Neuer Name für %1:</translation>
    </message>
    <message>
        <source>%1 is there already: Enter again replaces it.</source>
        <translation>%1 gibt es schon: Noch einmal Eingabe ersetzt ihn.</translation>
    </message>
</context>
<context>
    <name>squall::ui::SavedQueryDialog</name>
    <message>
        <source>For all connections</source>
        <translation>Für alle Verbindungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the query</source>
        <translation>Abfrage speichern</translation>
    </message>
    <message>
        <source>Saved query</source>
        <translation>Gespeicherte Abfrage</translation>
    </message>
    <message>
        <source>None; reports/weekly is one in another</source>
        <translation>Keiner; berichte/woche ist einer in einem anderen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Completion offers a query by its abbreviation where a statement begins. In it, $0 is where the cursor goes, and ${1:name} a place to fill in.</source>
        <translation>Die Vervollständigung bietet eine Abfrage unter ihrem Kürzel an, wo eine Anweisung beginnt. Darin ist $0 der Platz der Schreibmarke und ${1:name} eine Stelle zum Ausfüllen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>A&amp;bbreviation</source>
        <translation>&amp;Kürzel</translation>
    </message>
</context>
<context>
    <name>squall::ui::SelectionEdits</name>
    <message>
        <source>Not all of the %L1 selected rows are loaded, so they are not changed together.</source>
        <translation>Nicht alle der %L1 gewählten Zeilen sind geladen, daher werden sie nicht zusammen geändert.</translation>
    </message>
    <message>
        <source>The whole value could not be read: %1</source>
        <translation>Der ganze Wert konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>squall::ui::SelectionKeeper</name>
    <message>
        <source>What was selected here is not there any more, or is elsewhere now.</source>
        <translation>Was hier ausgewählt war, ist nicht mehr da oder steht jetzt woanders.</translation>
    </message>
</context>
<context>
    <name>squall::ui::SelectionSummary</name>
    <message>
        <source>1 cell</source>
        <translation>1 Zelle</translation>
    </message>
    <message>
        <source>%L1 cells</source>
        <translation>%L1 Zellen</translation>
    </message>
    <message>
        <source>%L1 values</source>
        <comment>not NULL</comment>
        <translation>%L1 Werte</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>avg %1</source>
        <comment>average</comment>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>min %1</source>
        <translation>min. %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>of the %L1 that are loaded</source>
        <translation>über die %L1 geladenen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ShareList</name>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Too long a value to filter by from here</source>
        <translation>Ein zu langer Wert, um von hier aus danach zu filtern</translation>
    </message>
</context>
<context>
    <name>squall::ui::SidePanel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlBar</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Runs what is selected, else the statement at the caret; Ctrl+Shift+Enter runs all</source>
        <translation>Führt die Auswahl aus, sonst die Anweisung an der Einfügemarke; Strg+Umschalt+Eingabe führt alles aus</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>wird abgebrochen …</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>running time</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>held</source>
        <comment>a statement, until somebody decides</comment>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlCommands</name>
    <message>
        <source>Run the statement at the caret, or the selection</source>
        <translation>Anweisung an der Einfügemarke oder Auswahl ausführen</translation>
    </message>
    <message>
        <source>Run the whole script</source>
        <translation>Ganzes Skript ausführen</translation>
    </message>
    <message>
        <source>Explain the statement</source>
        <translation>Anweisung erklären</translation>
    </message>
    <message>
        <source>Explain the statement by running it</source>
        <translation>Anweisung erklären und dabei ausführen</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>Abbrechen, was läuft</translation>
    </message>
    <message>
        <source>Commit the transaction</source>
        <translation>Transaktion festschreiben</translation>
    </message>
    <message>
        <source>Roll the transaction back</source>
        <translation>Transaktion zurückrollen</translation>
    </message>
    <message>
        <source>Transactions: automatic or manual…</source>
        <translation>Transaktionen: automatisch oder von Hand …</translation>
    </message>
    <message>
        <source>Go between the text and its results</source>
        <translation>Zwischen Text und Ergebnissen wechseln</translation>
    </message>
    <message>
        <source>Offer what could stand here</source>
        <translation>Anbieten, was hier stehen könnte</translation>
    </message>
    <message>
        <source>Open what the name at the caret means</source>
        <translation>Öffnen, was der Name an der Einfügemarke meint</translation>
    </message>
    <message>
        <source>Format the SQL</source>
        <translation>SQL formatieren</translation>
    </message>
    <message>
        <source>Make lines comments, or lines again</source>
        <translation>Zeilen auskommentieren oder zurückholen</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Find and replace in the text</source>
        <translation>Im Text suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>Nächste Stelle suchen</translation>
    </message>
    <message>
        <source>Find the place before</source>
        <translation>Vorige Stelle suchen</translation>
    </message>
    <message>
        <source>Go to a line…</source>
        <translation>Zu einer Zeile …</translation>
    </message>
    <message>
        <source>Select the next place with the same word</source>
        <translation>Nächste Stelle mit demselben Wort auswählen</translation>
    </message>
    <message>
        <source>Select every place with the same word</source>
        <translation>Alle Stellen mit demselben Wort auswählen</translation>
    </message>
    <message>
        <source>Duplicate the line or the selection</source>
        <translation>Zeile oder Auswahl verdoppeln</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>Alles einklappen</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Alles ausklappen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text of usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>Save to the file</source>
        <translation>In die Datei speichern</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In eine Datei speichern …</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Datei neu lesen</translation>
    </message>
    <message>
        <source>Rename the tab…</source>
        <translation>Reiter umbenennen …</translation>
    </message>
    <message>
        <source>Preview what the statement would change</source>
        <translation>Vorschau auf das, was die Anweisung ändern würde</translation>
    </message>
    <message>
        <source>Run the write that is held</source>
        <translation>Die angehaltene Anweisung ausführen</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlCompletion</name>
    <message numerus="yes">
        <source>  (one of %n)</source>
        <comment>functions of a name</comment>
        <translation>
            <numerusform>  (eine von %n)</numerusform>
            <numerusform>  (eine von %n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlEditor</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlInsight</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be touched</source>
        <translation>
            <numerusform>%n Zeile wäre betroffen</numerusform>
            <numerusform>%n Zeilen wären betroffen</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>These are the first of them.</source>
        <translation>Das sind die ersten davon.</translation>
    </message>
    <message>
        <source>%1. It was tried and rolled back: nothing was written.</source>
        <translation>%1. Es wurde ausprobiert und zurückgenommen: Geschrieben wurde nichts.</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlPage</name>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else. Your text is kept here; which of them do you want?</source>
        <translation>%1 wurde von jemand anderem geändert. Ihr Text ist hier aufgehoben; welchen von beiden wollen Sie?</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>Den der Datei nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>%1 is not there any more. Your text is kept here; saving writes the file again.</source>
        <translation>%1 ist nicht mehr da. Ihr Text ist hier aufgehoben; Speichern schreibt die Datei neu.</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Z. %1, Sp. %2</translation>
    </message>
    <message>
        <source>%L1 selected</source>
        <translation>%L1 ausgewählt</translation>
    </message>
    <message>
        <source>A statement is running; Esc cancels it.</source>
        <translation>Eine Anweisung läuft; Esc bricht sie ab.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message>
        <source>No transaction is open in this tab.</source>
        <translation>In diesem Reiter ist keine Transaktion offen.</translation>
    </message>
    <message>
        <source>The transaction has failed: it can only be rolled back.</source>
        <translation>Die Transaktion ist gescheitert: Sie kann nur zurückgerollt werden.</translation>
    </message>
    <message>
        <source>This tab has no file.</source>
        <translation>Dieser Reiter hat keine Datei.</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>In eine Datei speichern</translation>
    </message>
    <message>
        <source>SQL (*.sql)</source>
        <translation>SQL (*.sql)</translation>
    </message>
    <message>
        <source>Rename the tab</source>
        <translation>Reiter umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>A statement waits for your decision; Esc does not run it.</source>
        <translation>Eine Anweisung wartet auf Ihre Entscheidung; mit Esc wird sie nicht ausgeführt.</translation>
    </message>
    <message>
        <source>No write is held here.</source>
        <translation>Hier ist keine Anweisung angehalten.</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlResults</name>
    <message>
        <source>The results could not be kept: %1</source>
        <translation>Die Ergebnisse konnten nicht aufgehoben werden: %1</translation>
    </message>
    <message>
        <source>The text is still being read. Try again in a moment.</source>
        <translation>Der Text wird noch gelesen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The statement of this result is not in the text any more. Nothing was run.</source>
        <translation>Die Anweisung dieses Ergebnisses steht nicht mehr im Text. Nichts wurde ausgeführt.</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlRunning</name>
    <message>
        <source>There is no statement at the caret.</source>
        <translation>An der Einfügemarke steht keine Anweisung.</translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlTabs</name>
    <message>
        <source>Open a file of SQL</source>
        <translation>SQL-Datei öffnen</translation>
    </message>
    <message>
        <source>SQL (*.sql);;All files (*)</source>
        <translation>SQL (*.sql);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No object is in front.</source>
        <translation>Kein Objekt ist vorn.</translation>
    </message>
    <message>
        <source>New SQL tab</source>
        <translation>Neuer SQL-Reiter</translation>
    </message>
    <message>
        <source>Open a file of SQL…</source>
        <translation>SQL-Datei öffnen …</translation>
    </message>
    <message>
        <source>Open the definition in an SQL tab</source>
        <translation>Definition in einem SQL-Reiter öffnen</translation>
    </message>
    <message>
        <source>No SQL tab is in front.</source>
        <translation>Es ist kein SQL-Tab vorn.</translation>
    </message>
    <message>
        <source>Formatting: keywords in capitals</source>
        <translation>Formatieren: Schlüsselwörter groß</translation>
    </message>
    <message>
        <source>Formatting: keywords in small letters</source>
        <translation>Formatieren: Schlüsselwörter klein</translation>
    </message>
    <message>
        <source>Formatting: keywords as they are written</source>
        <translation>Formatieren: Schlüsselwörter wie geschrieben</translation>
    </message>
    <message>
        <source>Formatting: lines up to %1 signs</source>
        <translation>Formatieren: Zeilen bis %1 Zeichen</translation>
    </message>
    <message>
        <source>Results come back on the next start, but never those of production</source>
        <translation>Ergebnisse kommen beim nächsten Start wieder, nur nie die der Produktion</translation>
    </message>
    <message>
        <source>Results are not kept, and those that were are forgotten</source>
        <translation>Ergebnisse werden nicht aufgehoben, und die aufgehobenen sind vergessen</translation>
    </message>
</context>
<context>
    <name>squall::ui::StartPage</name>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Datenbank öffnen</translation>
    </message>
    <message>
        <source>No database at hand? “./dev run” in Squall&apos;s sources starts a private PostgreSQL with a demo in it and opens it here.</source>
        <translation>Keine Datenbank zur Hand? „./dev run“ in Squalls Quellen startet ein eigenes PostgreSQL mit einer Demo und öffnet sie hier.</translation>
    </message>
    <message>
        <source>Connection URL</source>
        <translation>Verbindungs-URL</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Paste a URL first, for example postgresql://anna@localhost/shop</source>
        <translation>Zuerst eine URL einfügen, zum Beispiel postgresql://anna@localhost/shop</translation>
    </message>
    <message>
        <source>Recent connections</source>
        <translation>Letzte Verbindungen</translation>
    </message>
    <message>
        <source>Opens the database that its drizzle.config.ts names.</source>
        <translation>Öffnet die Datenbank, die in seiner drizzle.config.ts steht.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Open Drizzle project…</source>
        <translation>Drizzle-Projekt öffnen…</translation>
    </message>
</context>
<context>
    <name>squall::ui::StatisticsCard</name>
    <message>
        <source>How the values are spread</source>
        <translation>Wie die Werte verteilt sind</translation>
    </message>
    <message>
        <source>Most common values</source>
        <translation>Häufigste Werte</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from the smallest to the largest</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%L1 null</source>
        <comment>rows</comment>
        <translation>%L1 NULL</translation>
    </message>
    <message>
        <source>%1 null</source>
        <comment>percent</comment>
        <translation>%1 NULL</translation>
    </message>
    <message>
        <source>%L1 distinct</source>
        <translation>%L1 verschiedene</translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>Reading the statistics…</source>
        <translation>Die Statistik wird gelesen…</translation>
    </message>
    <message>
        <source>Counting… The server gives up after %1 s.</source>
        <translation>Es wird gezählt… Der Server gibt nach %1 s auf.</translation>
    </message>
    <message>
        <source>Counted just now, over the whole table</source>
        <translation>Eben gezählt, über die ganze Tabelle</translation>
    </message>
    <message>
        <source>No statistics: ANALYZE was not run</source>
        <translation>Keine Statistik: ANALYZE wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>Estimated from a sample</source>
        <translation>Aus einer Stichprobe geschätzt</translation>
    </message>
    <message>
        <source>Estimated, by ANALYZE of %1</source>
        <translation>Geschätzt, durch ANALYZE vom %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Count exactly</source>
        <translation>Genau zählen</translation>
    </message>
    <message>
        <source>Reads the whole table once; ends after %1 s</source>
        <translation>Liest einmal die ganze Tabelle; endet nach %1 s</translation>
    </message>
    <message>
        <source>The server keeps no statistics of a view</source>
        <translation>Über eine Sicht führt der Server keine Statistik</translation>
    </message>
    <message>
        <source>No right to see this column&apos;s statistics</source>
        <translation>Kein Recht, die Statistik dieser Spalte zu sehen</translation>
    </message>
    <message>
        <source>Count what the filter leaves</source>
        <translation>Zählen, was der Filter übrig lässt</translation>
    </message>
    <message>
        <source>Counted just now, over the rows that the filter leaves</source>
        <translation>Eben gezählt, über die Zeilen, die der Filter übrig lässt</translation>
    </message>
</context>
<context>
    <name>squall::ui::StatusBar</name>
    <message>
        <source>Role of this connection</source>
        <translation>Rolle dieser Verbindung</translation>
    </message>
    <message>
        <source>Round trip to the server, measured</source>
        <translation>Gemessene Antwortzeit des Servers</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>round trip</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>writing for %1:%2</source>
        <translation>Schreiben noch %1:%2</translation>
    </message>
    <message>
        <source>autocommit</source>
        <translation>Autocommit</translation>
    </message>
    <message>
        <source>1 staged change</source>
        <translation>1 vorgemerkte Änderung</translation>
    </message>
    <message>
        <source>%L1 staged changes</source>
        <translation>%L1 vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>Class of this connection; a click opens the dialog that changes it</source>
        <translation>Klasse dieser Verbindung; ein Klick öffnet den Dialog, der sie ändert</translation>
    </message>
    <message>
        <source>What may be done on this connection now</source>
        <translation>Was auf dieser Verbindung gerade erlaubt ist</translation>
    </message>
    <message>
        <source>in transaction</source>
        <translation>in Transaktion</translation>
    </message>
</context>
<context>
    <name>squall::ui::StructureView</name>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
</context>
<context>
    <name>squall::ui::TabBar</name>
    <message>
        <source>Open tabs</source>
        <translation>Offene Reiter</translation>
    </message>
</context>
<context>
    <name>squall::ui::TableColumns</name>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin at the left</source>
        <translation>Links anheften</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Do not sort by it</source>
        <translation>Nicht danach sortieren</translation>
    </message>
    <message>
        <source>Then by it, descending</source>
        <translation>Danach absteigend</translation>
    </message>
    <message>
        <source>Then by it, ascending</source>
        <translation>Danach aufsteigend</translation>
    </message>
    <message>
        <source>Filter by it</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
</context>
<context>
    <name>squall::ui::TableRelations</name>
    <message>
        <source>Nothing points to this table.</source>
        <translation>Auf diese Tabelle zeigt nichts.</translation>
    </message>
    <message>
        <source>Nothing points to this row yet.</source>
        <translation>Auf diese Zeile zeigt noch nichts.</translation>
    </message>
    <message>
        <source>No cell is chosen.</source>
        <translation>Keine Zelle ist gewählt.</translation>
    </message>
    <message>
        <source>Count rows that point here</source>
        <translation>Zeilen zählen, die hierher zeigen</translation>
    </message>
    <message>
        <source>Not counted, for lack of room: %L1 more. A header&apos;s menu chooses.</source>
        <translation>Aus Platzgründen nicht gezählt: %L1 weitere. Das Menü einer Spalte wählt aus.</translation>
    </message>
</context>
<context>
    <name>squall::ui::TableView</name>
    <message>
        <source>SQL that makes %1</source>
        <translation>SQL, das %1 erstellt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>Das SQL kopieren</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>-- %1 is not there any more</source>
        <translation>-- %1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Hide, move and pin columns</source>
        <translation>Spalten ausblenden, verschieben und anheften</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Kopieren als…</translation>
    </message>
    <message>
        <source>The row is not among those that are loaded.</source>
        <translation>Die Zeile ist nicht unter den geladenen.</translation>
    </message>
    <message>
        <source>What was open closed: the filter is another one.</source>
        <translation>Was offen war, ist zu: Der Filter ist ein anderer.</translation>
    </message>
</context>
<context>
    <name>squall::ui::TextEditor</name>
    <message>
        <source>Monospace</source>
        <translation>Feste Zeichenbreite</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::Tour</name>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <source>%1: the event loop stood still for %2 ms</source>
        <translation>%1: die Ereignisschleife stand %2 ms still</translation>
    </message>
    <message>
        <source>%1: the view did not come</source>
        <translation>%1: die Ansicht kam nicht</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 ließ sich nicht schreiben</translation>
    </message>
</context>
<context>
    <name>squall::ui::Trail</name>
    <message>
        <source>No rows of a table are in front.</source>
        <translation>Es sind keine Zeilen einer Tabelle vorn.</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>Es gibt nichts, wohin es zurückginge.</translation>
    </message>
    <message>
        <source>There is nothing to go forward to.</source>
        <translation>Es gibt nichts, wohin es vorwärts ginge.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>rows of a table, by columns</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Nothing points to this table</source>
        <translation>Nichts verweist auf diese Tabelle</translation>
    </message>
    <message>
        <source>Follow the reference</source>
        <translation>Dem Verweis folgen</translation>
    </message>
    <message>
        <source>Rows that point here</source>
        <translation>Zeilen, die hierher verweisen</translation>
    </message>
    <message>
        <source>Show where the reference leads</source>
        <translation>Zeigen, wohin der Verweis führt</translation>
    </message>
    <message>
        <source>This column points to no other table.</source>
        <translation>Diese Spalte verweist auf keine andere Tabelle.</translation>
    </message>
    <message>
        <source>There is nothing here to follow.</source>
        <translation>Hier gibt es nichts, dem zu folgen wäre.</translation>
    </message>
    <message>
        <source>%1 belongs to the reference, and is hidden: show it to follow.</source>
        <translation>%1 gehört zum Verweis und ist ausgeblendet: zum Folgen einblenden.</translation>
    </message>
    <message>
        <source>The row has no value in %1, or it is not known.</source>
        <translation>Die Zeile hat in %1 keinen Wert, oder er ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No cell is chosen.</source>
        <translation>Keine Zelle ist gewählt.</translation>
    </message>
    <message>
        <source>Declared in %1, without a foreign key</source>
        <translation>Erklärt in %1, ohne Fremdschlüssel</translation>
    </message>
</context>
<context>
    <name>squall::ui::TrailButtons</name>
    <message>
        <source>Back to where you came from (hold for more)</source>
        <translation>Zurück, woher Sie kamen (halten für mehr)</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward again (hold for more)</source>
        <translation>Wieder vorwärts (halten für mehr)</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Vorwärts</translation>
    </message>
</context>
<context>
    <name>squall::ui::TransactionBar</name>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>How transactions begin in this tab</source>
        <translation>Wie Transaktionen in diesem Reiter beginnen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>age</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>age</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>waits for %1, which process %2 has</source>
        <translation>wartet auf %1, das Prozess %2 hat</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>Transaction: automatic</source>
        <translation>Transaktion: automatisch</translation>
    </message>
    <message>
        <source>Transaction: manual</source>
        <translation>Transaktion: von Hand</translation>
    </message>
    <message>
        <source>Transaction failed · %1</source>
        <translation>Transaktion gescheitert · %1</translation>
    </message>
    <message>
        <source>In transaction · %1</source>
        <translation>In Transaktion · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>Automatic: every statement by itself</source>
        <translation>Automatisch: jede Anweisung für sich</translation>
    </message>
    <message>
        <source>Manual: open until you commit</source>
        <translation>Von Hand: offen, bis Sie festschreiben</translation>
    </message>
    <message>
        <source>Back to savepoint %1</source>
        <translation>Zurück zu Savepoint %1</translation>
    </message>
    <message>
        <source>Roll all of it back</source>
        <translation>Alles zurückrollen</translation>
    </message>
    <message>
        <source>automatic</source>
        <comment>transactions</comment>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>manual</source>
        <comment>transactions</comment>
        <translation>von Hand</translation>
    </message>
</context>
<context>
    <name>squall::ui::UnlockDialog</name>
    <message>
        <source>Allow changes</source>
        <translation>Änderungen erlauben</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Allow changes for ten minutes</source>
        <translation>Änderungen für zehn Minuten erlauben</translation>
    </message>
    <message>
        <source>This is a production database. It is read-only, by the server&apos;s own hand, until you type its name: %1</source>
        <translation>Das ist eine Produktionsdatenbank. Der Server selbst lässt nur Lesen zu, bis Sie ihren Namen eingeben: %1</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Name der Datenbank</translation>
    </message>
    <message>
        <source>Stay read-only</source>
        <translation>Nur lesen</translation>
    </message>
</context>
<context>
    <name>squall::ui::ValueField</name>
    <message>
        <source>and</source>
        <comment>between two values</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Second value</source>
        <translation>Zweiter Wert</translation>
    </message>
    <message>
        <source>Values, ticked when they are meant</source>
        <translation>Werte, angehakt, wenn sie gemeint sind</translation>
    </message>
    <message>
        <source>Type a value, Enter adds it</source>
        <translation>Wert tippen, Eingabe fügt ihn hinzu</translation>
    </message>
</context>
<context>
    <name>squall::ui::ValueLabel</name>
    <message>
        <source>%1: %2, it was %3</source>
        <translation>%1: %2, vorher %3</translation>
    </message>
</context>
<context>
    <name>squall::ui::ValueLine</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>for example %1</source>
        <comment>a value</comment>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>squall::ui::ValueOffers</name>
    <message>
        <source>Values of this column</source>
        <translation>Werte dieser Spalte</translation>
    </message>
</context>
<context>
    <name>squall::ui::WhereLine</name>
    <message>
        <source>Condition in SQL</source>
        <translation>Bedingung in SQL</translation>
    </message>
    <message>
        <source>a condition in SQL; Ctrl+Space offers what fits</source>
        <translation>eine Bedingung in SQL; Strg+Leertaste bietet an, was passt</translation>
    </message>
    <message>
        <source>What could stand here</source>
        <translation>Was hier stehen könnte</translation>
    </message>
</context>
<context>
    <name>squall::ui::WindowProject</name>
    <message>
        <source>Open Drizzle project…</source>
        <translation>Drizzle-Projekt öffnen…</translation>
    </message>
    <message>
        <source>Switch the project&apos;s environment…</source>
        <translation>Umgebung des Projekts wechseln…</translation>
    </message>
    <message>
        <source>Read the project again</source>
        <translation>Projekt neu lesen</translation>
    </message>
    <message>
        <source>Stop reading the project</source>
        <translation>Lesen des Projekts abbrechen</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Open a Drizzle project</source>
        <translation>Ein Drizzle-Projekt öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are staged here and not sent. They stay with %1 and are there again when you come back to it.</source>
        <translation>
            <numerusform>%n Änderung ist hier vorgemerkt und nicht gesendet. Sie bleibt bei %1 und ist wieder da, wenn Sie dorthin zurückkehren.</numerusform>
            <numerusform>%n Änderungen sind hier vorgemerkt und nicht gesendet. Sie bleiben bei %1 und sind wieder da, wenn Sie dorthin zurückkehren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
</context>
</TS>
