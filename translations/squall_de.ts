<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Workspace</name>
    <message>
        <source>The workspace file could not be used: %1</source>
        <translation>Die Arbeitsbereichsdatei ist nicht benutzbar: %1</translation>
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
</context>
<context>
    <name>squall::server::LocalServer::Private</name>
    <message>
        <source>The private PostgreSQL %1 server did not start.</source>
        <translation>Der private Server mit PostgreSQL %1 ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The detail holds what the server wrote. Data: %1</source>
        <translation>Was der Server schrieb, steht in den Einzelheiten. Daten: %1</translation>
    </message>
</context>
</TS>
