#include "ui/connection/connectioneditor.h"

#include "ui/window/chip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::ConnectionForm;

ConnectionEditor::ConnectionEditor(QWidget *parent)
    : QWidget(parent)
    , m_urlError(new QLabel(this))
    , m_sslMode(new QComboBox(this))
    , m_class(new QComboBox(this))
    , m_oneConnection(new QCheckBox(tr("The server allows one connection only"), this))
    , m_applyOnLeave(new QCheckBox(tr("Apply edits as soon as I leave the row"), this))
{
    setObjectName(u"connectionEditor"_s);
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(8);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    buildBasics(layout);
    buildSecurity(layout);
    buildClass(layout);
    fillFields();
}

QLineEdit *ConnectionEditor::addLine(QFormLayout *layout, const QString &label, const QString &name,
                                     const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setPlaceholderText(placeholder);
    layout->addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &ConnectionEditor::fieldsEdited);
    return line;
}

void ConnectionEditor::buildBasics(QFormLayout *layout)
{
    m_url = addLine(layout, tr("URL"), u"connectionUrl"_s, u"postgresql://user@host/database"_s);
    m_url->disconnect(this);
    connect(m_url, &QLineEdit::textEdited, this, &ConnectionEditor::urlEdited);
    m_urlError->setObjectName(u"connectionUrlError"_s);
    m_urlError->setWordWrap(true);
    m_urlError->setTextFormat(Qt::PlainText);
    m_urlError->hide();
    layout->addRow(QString(), m_urlError);
    m_name = addLine(layout, tr("Name"), u"connectionName"_s, tr("as you call it"));
    m_host = new QLineEdit(this);
    m_port = new QLineEdit(this);
    m_host->setObjectName(u"connectionHost"_s);
    m_host->setAccessibleName(tr("Host"));
    m_host->setPlaceholderText(tr("name, address or socket folder"));
    m_port->setObjectName(u"connectionPort"_s);
    m_port->setAccessibleName(tr("Port"));
    m_port->setPlaceholderText(u"5432"_s);
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setFixedWidth(80);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_host, 1);
    row->addWidget(m_port);
    layout->addRow(tr("Host"), row);
    connect(m_host, &QLineEdit::textEdited, this, &ConnectionEditor::fieldsEdited);
    connect(m_port, &QLineEdit::textEdited, this, &ConnectionEditor::fieldsEdited);
    m_database = addLine(layout, tr("Database"), u"connectionDatabase"_s, tr("same as the user"));
    m_user = addLine(layout, tr("User"), u"connectionUser"_s, tr("your account's name"));
    m_password = addLine(layout, tr("Password"), u"connectionPassword"_s, tr("never saved; .pgpass is read"));
    m_password->setEchoMode(QLineEdit::Password);
    m_service = addLine(layout, tr("Service"), u"connectionService"_s, tr("a section of ~/.pg_service.conf"));
    m_timeout = addLine(layout, tr("Give up after"), u"connectionTimeout"_s, tr("seconds of connecting"));
    constexpr int mostSeconds = 3600;
    m_timeout->setValidator(new QIntValidator(1, mostSeconds, m_timeout));
}

void ConnectionEditor::addFile(QFormLayout *layout, const QString &label, QLineEdit *&field,
                               const QString &name)
{
    field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(label);
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(tr("Choose the file: %1").arg(label));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(choose);
    layout->addRow(label, row);
    connect(field, &QLineEdit::textEdited, this, &ConnectionEditor::fieldsEdited);
    connect(choose, &QPushButton::clicked, this, [this, label, target = field] {
        const auto file = QFileDialog::getOpenFileName(this, label);
        if (file.isEmpty())
            return;
        target->setText(file);
        fieldsEdited();
    });
}

void ConnectionEditor::buildSecurity(QFormLayout *layout)
{
    m_sslMode->setObjectName(u"connectionTls"_s);
    m_sslMode->setAccessibleName(tr("Encryption"));
    m_sslMode->addItem(tr("if the server offers it (prefer)"), QString());
    m_sslMode->addItem(tr("never (disable)"), u"disable"_s);
    m_sslMode->addItem(tr("only if it must be (allow)"), u"allow"_s);
    m_sslMode->addItem(tr("always (require)"), u"require"_s);
    m_sslMode->addItem(tr("always, known authority (verify-ca)"), u"verify-ca"_s);
    m_sslMode->addItem(tr("always, known authority and name (verify-full)"), u"verify-full"_s);
    layout->addRow(tr("Encryption"), m_sslMode);
    addFile(layout, tr("Root certificate"), m_rootCertificate, u"connectionRootCertificate"_s);
    addFile(layout, tr("Client certificate"), m_certificate, u"connectionCertificate"_s);
    addFile(layout, tr("Client key"), m_key, u"connectionKey"_s);
    connect(m_sslMode, &QComboBox::activated, this, &ConnectionEditor::fieldsEdited);
}

void ConnectionEditor::buildClass(QFormLayout *layout)
{
    m_class->setObjectName(u"connectionEnvironment"_s);
    m_class->setAccessibleName(tr("Class"));
    m_class->addItem(QString(), -1);
    for (const auto environment : {ConnectionClass::Local, ConnectionClass::Shared, ConnectionClass::Staging,
                                   ConnectionClass::Production})
        m_class->addItem(environment == ConnectionClass::Production
                             ? tr("%1: read-only until unlocked").arg(classText(environment))
                             : classText(environment),
                         static_cast<int>(environment));
    layout->addRow(tr("Class"), m_class);
    m_oneConnection->setObjectName(u"connectionOne"_s);
    layout->addRow(QString(), m_oneConnection);
    m_applyOnLeave->setObjectName(u"connectionApplyOnLeave"_s);
    layout->addRow(QString(), m_applyOnLeave);
    connect(m_class, &QComboBox::activated, this, &ConnectionEditor::fieldsEdited);
    connect(m_oneConnection, &QCheckBox::clicked, this, &ConnectionEditor::fieldsEdited);
    connect(m_applyOnLeave, &QCheckBox::clicked, this, &ConnectionEditor::fieldsEdited);
}

void ConnectionEditor::setForm(const ConnectionForm &form)
{
    m_form = form;
    setFault({});
    fillFields();
    m_url->setText(m_form.url());
    m_url->setCursorPosition(0);
}

ConnectionForm ConnectionEditor::form() const
{
    return m_form;
}

void ConnectionEditor::fillFields()
{
    const std::pair<QLineEdit *, QString> lines[] = {
        {m_name, m_form.name},
        {m_host, m_form.host},
        {m_port, m_form.port},
        {m_database, m_form.database},
        {m_user, m_form.user},
        {m_password, m_form.password},
        {m_service, m_form.service},
        {m_timeout, m_form.connectTimeout},
        {m_rootCertificate, m_form.sslRootCertificate},
        {m_certificate, m_form.sslCertificate},
        {m_key, m_form.sslKey},
    };
    for (const auto &[line, text] : lines) {
        if (line->text() != text) {
            line->setText(text);
            line->setCursorPosition(0);
        }
    }
    m_sslMode->setCurrentIndex(std::max(0, m_sslMode->findData(m_form.sslMode)));
    m_class->setCurrentIndex(
        m_class->findData(m_form.chosenClass ? static_cast<int>(*m_form.chosenClass) : -1));
    m_oneConnection->setChecked(m_form.oneConnection);
    m_applyOnLeave->setChecked(m_form.applyOnLeave);
    showGuess();
}

void ConnectionEditor::showGuess()
{
    const auto guess = m_form.guessedClass();
    m_class->setItemText(0, tr("%1 (guessed)").arg(classText(guess)));
    m_applyOnLeave->setEnabled(m_form.mayApplyOnLeave());
    m_applyOnLeave->setToolTip(m_form.mayApplyOnLeave()
                                   ? tr("Otherwise they wait for the review (Ctrl+S)")
                                   : tr("Never on staging and production: there the review comes first"));
}

void ConnectionEditor::fieldsEdited()
{
    m_form.name = m_name->text();
    m_form.host = m_host->text().trimmed();
    m_form.port = m_port->text();
    m_form.database = m_database->text();
    m_form.user = m_user->text();
    m_form.password = m_password->text();
    m_form.service = m_service->text().trimmed();
    m_form.connectTimeout = m_timeout->text();
    m_form.sslMode = m_sslMode->currentData().toString();
    m_form.sslRootCertificate = m_rootCertificate->text();
    m_form.sslCertificate = m_certificate->text();
    m_form.sslKey = m_key->text();
    const int chosen = m_class->currentData().toInt();
    m_form.chosenClass = chosen < 0 ? std::optional<ConnectionClass>() : static_cast<ConnectionClass>(chosen);
    m_form.oneConnection = m_oneConnection->isChecked();
    m_form.applyOnLeave = m_applyOnLeave->isChecked();
    setFault({});
    m_url->setText(m_form.url());
    showGuess();
    emit edited();
}

void ConnectionEditor::setFault(const QString &why)
{
    m_valid = why.isEmpty();
    m_urlError->setText(why);
    m_urlError->setVisible(!m_valid);
}

void ConnectionEditor::urlEdited()
{
    const auto parsed = models::formFromUrl(m_url->text());
    if (!parsed) {
        setFault(parsed.error().message);
        emit edited();
        return;
    }
    setFault({});
    auto form = *parsed;
    form.id = m_form.id;
    form.name = m_form.name;
    form.chosenClass = m_form.chosenClass;
    form.oneConnection = m_form.oneConnection;
    form.applyOnLeave = m_form.applyOnLeave;
    if (form.password.isEmpty())
        form.password = m_form.password;
    m_form = form;
    fillFields();
    emit edited();
}

} // namespace squall::ui
