#pragma once

#include <QtQml/QQmlExtensionPlugin>

// The QML modules of the window, for the one source of a program that shows it. They are linked with Evencart::Window.
Q_IMPORT_QML_PLUGIN(Evencart_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_PeoplePlugin)
Q_IMPORT_QML_PLUGIN(Evencart_LaboratoryPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ShopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_StoryPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_TypingPlugin)
Q_IMPORT_QML_PLUGIN(EvencartPlugin)
