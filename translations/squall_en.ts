<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>squall::cli</name>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform>, and %n more</numerusform>
            <numerusform>, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::edit::ArrayValue</name>
    <message numerus="yes">
        <source>An array has at most %n dimensions.</source>
        <translation>
            <numerusform>An array has at most %n dimension.</numerusform>
            <numerusform>An array has at most %n dimensions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::Chart</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series.</source>
        <translation>
            <numerusform>%n series.</numerusform>
            <numerusform>%n series.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ } %Ln members</source>
        <translation>
            <numerusform>{ } %Ln member</numerusform>
            <numerusform>{ } %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ ] %Ln elements</source>
        <translation>
            <numerusform>[ ] %Ln element</numerusform>
            <numerusform>[ ] %Ln elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::QueryRunner</name>
    <message numerus="yes">
        <source>Neither were %n statement(s) after it.</source>
        <translation>
            <numerusform>Neither was %n statement after it.</numerusform>
            <numerusform>Neither were %n statements after it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::ReviewModel</name>
    <message numerus="yes">
        <source>%1 in %n tables</source>
        <translation>
            <numerusform>%1 in %n table</numerusform>
            <numerusform>%1 in %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and rows of %n tables along with them</source>
        <translation>
            <numerusform>%1, and rows of %n table along with them</numerusform>
            <numerusform>%1, and rows of %n tables along with them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::SavedQueries</name>
    <message numerus="yes">
        <source>deletion of %n queries</source>
        <translation>
            <numerusform>deletion of %n query</numerusform>
            <numerusform>deletion of %n queries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::Workbench</name>
    <message numerus="yes">
        <source>No answer within %n seconds.</source>
        <translation>
            <numerusform>No answer within %n second.</numerusform>
            <numerusform>No answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::models::WriteEffect</name>
    <message numerus="yes">
        <source>By the server&apos;s estimate it changes %n row(s).</source>
        <translation>
            <numerusform>By the server&apos;s estimate it changes %n row.</numerusform>
            <numerusform>By the server&apos;s estimate it changes %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would delete all %n row(s).</source>
        <translation>
            <numerusform>It would delete the only row.</numerusform>
            <numerusform>It would delete all %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would write %n row(s).</source>
        <translation>
            <numerusform>It would write %n row.</numerusform>
            <numerusform>It would write %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would add or change %n row(s).</source>
        <translation>
            <numerusform>It would add or change %n row.</numerusform>
            <numerusform>It would add or change %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would delete %n row(s).</source>
        <translation>
            <numerusform>It would delete %n row.</numerusform>
            <numerusform>It would delete %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would add, change or delete %n row(s).</source>
        <translation>
            <numerusform>It would add, change or delete %n row.</numerusform>
            <numerusform>It would add, change or delete %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would change %n row(s).</source>
        <translation>
            <numerusform>It would change %n row.</numerusform>
            <numerusform>It would change %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more table(s)</source>
        <translation>
            <numerusform>%n more table</numerusform>
            <numerusform>%n more tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::pg::ConnectError</name>
    <message numerus="yes">
        <source>%1 did not answer within %n seconds.</source>
        <translation>
            <numerusform>%1 did not answer within %n second.</numerusform>
            <numerusform>%1 did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::pg::Wire</name>
    <message numerus="yes">
        <source>The server did not stop within %n seconds, so the connection was closed.</source>
        <translation>
            <numerusform>The server did not stop within %n second, so the connection was closed.</numerusform>
            <numerusform>The server did not stop within %n seconds, so the connection was closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::ArrayEditor</name>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation>
            <numerusform>%Ln element</numerusform>
            <numerusform>%Ln elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::BytesEditor</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::ChoiceEditor</name>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::CompositeEditor</name>
    <message numerus="yes">
        <source>The type has %Ln attributes.</source>
        <translation>
            <numerusform>The type has %Ln attribute.</numerusform>
            <numerusform>The type has %Ln attributes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::HeldStrip</name>
    <message numerus="yes">
        <source>Held before it is committed. %n row(s) are written in the open transaction, and locked for others until you decide.</source>
        <translation>
            <numerusform>Held before it is committed. %n row is written in the open transaction, and locked for others until you decide.</numerusform>
            <numerusform>Held before it is committed. %n rows are written in the open transaction, and locked for others until you decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::Inspector</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::MergeView</name>
    <message numerus="yes">
        <source>You and somebody else changed the same: choose what stands (%n left).</source>
        <translation>
            <numerusform>You and somebody else changed the same: choose what stands (%n left).</numerusform>
            <numerusform>You and somebody else changed the same: choose what stands (%n left).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::OpenedRows</name>
    <message numerus="yes">
        <source>What was opened first closed: %n rows can be open at once.</source>
        <translation>
            <numerusform>What was opened first closed: %n row can be open at once.</numerusform>
            <numerusform>What was opened first closed: %n rows can be open at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlCompletion</name>
    <message numerus="yes">
        <source>  (one of %n)</source>
        <comment>functions of a name</comment>
        <translation>
            <numerusform>  (one of %n)</numerusform>
            <numerusform>  (one of %n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::SqlInsight</name>
    <message numerus="yes">
        <source>%n row(s) would be touched</source>
        <translation>
            <numerusform>%n row would be touched</numerusform>
            <numerusform>%n rows would be touched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::TextEditor</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::TransactionBar</name>
    <message numerus="yes">
        <source>%n lock(s)</source>
        <translation>
            <numerusform>%n lock</numerusform>
            <numerusform>%n locks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>squall::ui::WindowProject</name>
    <message numerus="yes">
        <source>%n change(s) are staged here and not sent. They stay with %1 and are there again when you come back to it.</source>
        <translation>
            <numerusform>%n change is staged here and not sent. It stays with %1 and is there again when you come back to it.</numerusform>
            <numerusform>%n changes are staged here and not sent. They stay with %1 and are there again when you come back to it.</numerusform>
        </translation>
    </message>
</context>
</TS>
