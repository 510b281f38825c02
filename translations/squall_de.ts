<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>squall::server</name>
    <message>
        <source>PostgreSQL does not run as root, and there is no account to run it as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one: useradd --system postgres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account “%1” may not enter %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root, so it runs as “%1” here, which needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to a folder that others may enter, or allow it: chmod o+x %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot create the folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot give %1 to the account “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PostgreSQL server programs in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder must hold initdb and postgres, both executable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PostgreSQL server is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Debian or Ubuntu: sudo apt install postgresql</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server is already running in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is process %1; stop it first: kill -INT %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>squall::server::LocalServer::Private</name>
    <message>
        <source>The private PostgreSQL %1 server did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detail holds what the server wrote. Data: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
